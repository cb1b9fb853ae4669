import { GravSite, type Platform } from '#constructs';
import { clubs } from './clubs.js';

/** The site on which clubs may try Grav out. */
export const demoEts = (platform: Platform) =>
  new GravSite(platform, 'demo-ets', {
    owner: clubs.cedille,
    repository: 'ClubCedille/demo-ets.omni.cedille.club',
    staging: { host: 'demo-ets.omni.cedille.club' },
  });
