import { GravSite, type Platform } from '#constructs';
import { clubs } from './clubs.js';

/** The sample that shows what a Grav site looks like. */
export const gravDemo = (platform: Platform) =>
  new GravSite(platform, 'grav-demo', {
    owner: clubs.cedille,
    repository: 'ClubCedille/grav-sync-example',
    branch: 'test',
    base: { image: 'ghcr.io/clubcedille/grav:0.0.7' },
    staging: { host: 'grav.omni.cedille.club' },
  });
