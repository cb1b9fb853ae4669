import { assumed, type Platform, StaticSite } from '#constructs';
import { clubs } from './clubs.js';

/** The site of SynapsÉTS. */
export const synapsets = (platform: Platform) =>
  new StaticSite(platform, 'synapsets', {
    owner: clubs.synapsets,
    image: assumed(
      'the version: its club publishes the branch only',
      'ghcr.io/clubcedille/synapsets.etsmtl.ca:main',
    ),
    prod: { host: 'synapsets.etsmtl.ca' },
  });
