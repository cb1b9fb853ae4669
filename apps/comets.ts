import { type Platform, StaticSite, singlePage } from '#constructs';
import { branches } from './assumed.js';
import { clubs } from './clubs.js';

/** The site of Comets. */
export const comets = (platform: Platform) =>
  new StaticSite(platform, 'comets', {
    owner: clubs.comets,
    image: branches.comets,
    server: singlePage,
    prod: { host: 'comets-ets.com' },
  });
