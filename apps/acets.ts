import { GravSite, type Platform } from '#constructs';
import { clubs } from './clubs.js';

export const acets = (platform: Platform) =>
  new GravSite(platform, 'acets', {
    owner: clubs.acets,
    repository: 'ClubCedille/acets.etsmtl.ca',
    prod: { host: 'acets.omni.cedille.club' },
  });
