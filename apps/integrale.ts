import { assumed, ClubApp, type Platform } from '#constructs';
import { clubs } from './clubs.js';

/** The site of L’Intégrale. */
export const integrale = (platform: Platform) =>
  new ClubApp(platform, 'integrale', {
    owner: clubs.integrale,
    base: {
      image: assumed(
        'the version: its club publishes the branch only',
        'ghcr.io/integrale-ets/site-integrale:main',
      ),
      port: 3000,
      scratch: ['/tmp', '/usr/local/share/.cache/yarn'],
    },
    prod: { host: 'integrale.etsmtl.ca' },
  });
