import { ClubApp, type Platform } from '#constructs';
import { branches } from './assumed.js';
import { clubs } from './clubs.js';

/** The site of L’Intégrale. */
export const integrale = (platform: Platform) =>
  new ClubApp(platform, 'integrale', {
    owner: clubs.integrale,
    base: { image: branches.integrale, port: 3000, scratch: ['/tmp', '/usr/local/share/.cache/yarn'] },
    prod: { host: 'integrale.etsmtl.ca' },
  });
