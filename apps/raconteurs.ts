import { GravSite, type Platform } from '#constructs';
import { clubs } from './clubs.js';

export const raconteurs = (platform: Platform) =>
  new GravSite(platform, 'raconteurs', {
    owner: clubs.raconteurs,
    repository: 'ClubCedille/raconteurs.etsmtl.ca',
    branch: 'main',
    base: {
      image: 'ghcr.io/clubcedille/grav:1.7.45.1',
      resources: { cpu: { request: '300m', limit: '500m' }, memory: { request: '256Mi', limit: '1Gi' } },
    },
    prod: { host: 'raconteurs.etsmtl.ca' },
  });
