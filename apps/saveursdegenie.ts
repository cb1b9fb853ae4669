import { assumed, type Platform, StaticSite } from '#constructs';
import { clubs } from './clubs.js';

/** The site of Saveurs de Génie. */
export const saveursdegenie = (platform: Platform) =>
  new StaticSite(platform, 'saveursdegenie', {
    owner: clubs.saveurs,
    image: assumed(
      'the version: its club publishes the branch only',
      'ghcr.io/clubcedille/saveursdegenie.etsmtl.ca:main',
    ),
    base: { registry: 'docker', resources: { memory: { request: '128Mi', limit: '512Mi' } } },
    prod: { host: 'saveursdegenie.etsmtl.ca' },
  });
