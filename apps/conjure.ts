import { assumed, type Platform, StaticSite } from '#constructs';
import { clubs } from './clubs.js';

/** The site of Conjure. */
export const conjure = (platform: Platform) =>
  new StaticSite(platform, 'conjure', {
    owner: clubs.conjure,
    image: assumed('the version: its club publishes the branch only', 'ghcr.io/conjureets/conjure-site:main'),
    prod: { host: 'conjure.etsmtl.ca' },
  });
