import { assumed, type Platform, StaticSite, singlePage } from '#constructs';
import { clubs } from './clubs.js';

/** The site of Comets. */
export const comets = (platform: Platform) =>
  new StaticSite(platform, 'comets', {
    owner: clubs.comets,
    image: assumed('the version: its club publishes the branch only', 'ghcr.io/clubcedille/comets-web:main'),
    server: singlePage,
    prod: { host: 'comets-ets.com' },
  });
