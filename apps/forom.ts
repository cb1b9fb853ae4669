import { type Platform, StaticSite, singlePage } from '#constructs';
import { branches } from './assumed.js';
import { clubs } from './clubs.js';

/** The site of FOROM. */
export const forom = (platform: Platform) =>
  new StaticSite(platform, 'forom', {
    owner: clubs.forom,
    image: branches.forom,
    server: singlePage,
    prod: { host: 'forom.etsmtl.ca' },
  });
