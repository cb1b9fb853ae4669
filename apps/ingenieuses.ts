import { assumed, type Platform, StaticSite } from '#constructs';
import { clubs } from './clubs.js';

/** The site of Les Ingénieuses. */
export const ingenieuses = (platform: Platform) =>
  new StaticSite(platform, 'ingenieuses', {
    owner: clubs.ingenieuses,
    image: assumed(
      'the version: its club publishes the branch only',
      'ghcr.io/les-ingenieuses-de-l-ets/web-ingenieuses:main',
    ),
    base: { registry: 'docker-ingenieuses' },
    prod: { host: ['ingenieuses.ca', 'www.ingenieuses.ca'] },
  });
