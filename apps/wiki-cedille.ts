import { assumed, type Platform, StaticSite } from '#constructs';
import { clubs } from './clubs.js';

const server = `absolute_redirect off;
  location / { alias /app/fr/; try_files $uri $uri/ /fr/index.html; }
  location /en/ { alias /app/en/; try_files $uri $uri/ /en/index.html; }`;

/** Cédille's wiki, in French and English. */
export const wikiCedille = (platform: Platform) =>
  new StaticSite(platform, 'wiki-cedille', {
    owner: clubs.cedille,
    image: assumed(
      'the version: its club publishes the branch only',
      'ghcr.io/clubcedille/wiki-cedille:main',
    ),
    server,
    staging: {
      host: 'wiki.staging.cedille.club',
      image: assumed(
        'the version: its club publishes the branch only',
        'ghcr.io/clubcedille/wiki-cedille:staging',
      ),
    },
    prod: { host: 'wiki.cedille.club' },
  });
