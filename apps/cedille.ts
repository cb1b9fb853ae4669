import type { Platform } from '../constructs/platform.js';
import { StaticSite } from '../constructs/static-site.js';
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
