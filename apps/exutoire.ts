import { assumed, type Platform, StaticSite } from '#constructs';
import { clubs } from './clubs.js';

/** The site of L'Exutoire. */
export const exutoire = (platform: Platform) =>
  new StaticSite(platform, 'exutoire', {
    owner: clubs.exutoire,
    image: assumed('the version: its club publishes the branch only', 'ghcr.io/clubcedille/exutoire:main'),
    base: { registry: 'docker' },
    prod: { host: ['exutoire.ca', 'exutoire.etsmtl.club'] },
  });
