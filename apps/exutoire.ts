import { type Platform, StaticSite } from '#constructs';
import { branches } from './assumed.js';
import { clubs } from './clubs.js';

/** The site of L'Exutoire. */
export const exutoire = (platform: Platform) =>
  new StaticSite(platform, 'exutoire', {
    owner: clubs.exutoire,
    image: branches.exutoire,
    base: { registry: 'docker' },
    prod: { host: ['exutoire.ca', 'exutoire.etsmtl.club'] },
  });
