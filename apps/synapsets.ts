import { type Platform, StaticSite } from '#constructs';
import { branches } from './assumed.js';
import { clubs } from './clubs.js';

/** The site of SynapsÉTS. */
export const synapsets = (platform: Platform) =>
  new StaticSite(platform, 'synapsets', {
    owner: clubs.synapsets,
    image: branches.synapsets,
    prod: { host: 'synapsets.etsmtl.ca' },
  });
