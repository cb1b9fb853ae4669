import { type Platform, StaticSite } from '#constructs';
import { branches } from './assumed.js';
import { clubs } from './clubs.js';

/** The site of Conjure. */
export const conjure = (platform: Platform) =>
  new StaticSite(platform, 'conjure', {
    owner: clubs.conjure,
    image: branches.conjure,
    prod: { host: 'conjure.etsmtl.ca' },
  });
