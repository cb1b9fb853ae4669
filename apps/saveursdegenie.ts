import { type Platform, StaticSite } from '#constructs';
import { branches } from './assumed.js';
import { clubs } from './clubs.js';

/** The site of Saveurs de Génie. */
export const saveursdegenie = (platform: Platform) =>
  new StaticSite(platform, 'saveursdegenie', {
    owner: clubs.saveurs,
    image: branches.saveursdegenie,
    base: { registry: 'docker', resources: { memory: { request: '128Mi', limit: '512Mi' } } },
    prod: { host: 'saveursdegenie.etsmtl.ca' },
  });
