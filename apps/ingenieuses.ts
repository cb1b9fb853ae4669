import { type Platform, StaticSite } from '#constructs';
import { branches } from './assumed.js';
import { clubs } from './clubs.js';

/** The site of Les Ingénieuses. */
export const ingenieuses = (platform: Platform) =>
  new StaticSite(platform, 'ingenieuses', {
    owner: clubs.ingenieuses,
    image: branches.ingenieuses,
    base: { registry: 'docker-ingenieuses' },
    prod: { host: ['ingenieuses.ca', 'www.ingenieuses.ca'] },
  });
