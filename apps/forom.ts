import { assumed, type Platform, StaticSite, singlePage } from '#constructs';
import { clubs } from './clubs.js';

/** The site of FOROM. */
export const forom = (platform: Platform) =>
  new StaticSite(platform, 'forom', {
    owner: clubs.forom,
    image: assumed('the version: its club publishes the branch only', 'ghcr.io/clubcedille/forom:main'),
    server: singlePage,
    prod: { host: 'forom.etsmtl.ca' },
  });
