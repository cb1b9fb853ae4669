import { type Platform, StaticSite } from '#constructs';
import { branches, previews } from './assumed.js';
import { clubs } from './clubs.js';

/** Cédille's own site. */
export const cedille = (platform: Platform) =>
  new StaticSite(platform, 'cedille', {
    owner: clubs.cedille,
    image: branches.cedille,
    preview: previews.cedille,
    prod: { host: 'cedille.etsmtl.ca' },
  });
