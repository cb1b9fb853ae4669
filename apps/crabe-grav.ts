import { GravSite, type Platform } from '#constructs';
import { clubs } from './clubs.js';

export const crabeGrav = (platform: Platform) =>
  new GravSite(platform, 'crabe-grav', {
    owner: clubs.crabe,
    repository: 'ClubCedille/crabe.demo.prodv2.cedille.club',
    base: {
      probe: '/accueil',
      resources: { cpu: { request: '300m', limit: '500m' }, memory: '256Mi' },
    },
    prod: { host: 'crabe.etsmtl.ca' },
  });
