import { ClubApp, type Platform } from '#constructs';
import { accounts, patchets as assumed, branches } from './assumed.js';
import { clubs } from './clubs.js';

/** Orders and payments of the Fraternité du Piranha. */
export const patchets = (platform: Platform) =>
  new ClubApp(platform, 'patchets', {
    owner: clubs.piranha,
    base: {
      image: branches.patchets,
      registry: 'docker',
      port: 3000,
      probe: 'tcp',
      env: { RAILS_ENV: 'production', SQUARE_ENV: 'production' },
      secrets: { app: { keys: assumed.keys } },
      uses: { postgres: assumed.database },
      internet: true, // Square
      scratch: ['/tmp'],
      resources: { memory: '256Mi' },
      databases: {
        postgres: { engine: 'postgres', version: '16.4', storage: '4Gi', personalData: accounts },
      },
    },
    prod: { host: 'commande.fraternitedupiranha.com', autoscale: { max: 4 } },
  });
