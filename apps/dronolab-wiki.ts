import { assumed, ClubApp, type Platform } from '#constructs';
import { clubs } from './clubs.js';

const db = { host: 'DB_HOST', port: 'DB_PORT', user: 'DB_USER', password: 'DB_PASS', database: 'DB_NAME' };

/** The wiki of Dronolab, a Wiki.js. */
export const dronolabWiki = (platform: Platform) =>
  new ClubApp(platform, 'dronolab-wiki', {
    owner: clubs.dronolab,
    base: {
      image: 'docker.io/requarks/wiki:2.5.303',
      port: 3000,
      env: { DB_TYPE: 'postgres' },
      uses: { postgres: db },
      internet: true, // it fetches its translations
      scratch: ['/wiki/data', '/tmp'], // a cache: pages and pictures lie in the database
      resources: { memory: { request: '256Mi', limit: '256Mi' }, cpu: { request: '200m', limit: '200m' } },
      databases: {
        postgres: {
          engine: 'postgres',
          version: '13.18',
          storage: '10Gi',
          personalData: assumed(
            'personal data: its club has not yet agreed to it',
            'accounts of its users, from before this was asked; not yet agreed on with its club',
          ),
          user: 'wikijs',
          database: 'wiki',
          resources: { cpu: { request: '500m', limit: '2' }, memory: { request: '10Gi', limit: '15Gi' } },
        },
      },
      exempt: [{ rule: 'highly-available', reason: 'two of it do not tell each other what has changed' }],
    },
    prod: { host: 'wiki.dronolab.etsmtl.ca', replicas: 1 },
  });
