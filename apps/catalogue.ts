import { readFileSync } from 'node:fs';
import { type Platform, StaticSite } from '#constructs';
import { clubs } from './clubs.js';
import { nginx } from './images.js';

/** What `npm run catalog` has written. */
function written(name: string): string {
  try {
    return readFileSync(new URL(`../catalog/${name}`, import.meta.url), 'utf8');
  } catch {
    throw new Error(`catalog/${name} is missing: run npm run catalog`);
  }
}

const pages = '/usr/share/nginx/html';
const names = ['index.html', 'catalog.json', 'catalog.schema.json'];

/** This catalogue: what is deployed, where, for whom, and what is public. */
export const catalogue = (platform: Platform) =>
  new StaticSite(platform, 'catalogue', {
    owner: clubs.cedille,
    image: nginx,
    server: `root ${pages};\n  charset utf-8;\n  gzip on;\n  gzip_types application/json;`,
    base: { files: Object.fromEntries(names.map((name) => [`${pages}/${name}`, written(name)])) },
    prod: { host: 'catalogue.omni.cedille.club' },
  });
