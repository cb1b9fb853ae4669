import { assumed, ClubApp, type Platform } from '#constructs';
import { clubs } from './clubs.js';

/** CRABE's workshop: who borrows which tool. */
export const crabe = (platform: Platform) =>
  new ClubApp(platform, 'crabe', {
    owner: clubs.crabe,
    base: {
      image: assumed(
        'the version: its club publishes the branch only',
        'ghcr.io/crabe-etsmtl/crabe-atelier:main',
      ),
      registry: 'docker-crabe',
      port: 8080,
      exempt: [
        { rule: 'read-only-root', reason: 'where it writes is not known' },
        { rule: 'highly-available', reason: 'whether two may share its sessions is not known' },
      ],
      env: { DB_DRIVER: 'mysql', EMAIL_ADDRESS: 'crabe@ens.etsmtl.ca', VERSION_NUMBER: '1.0.2' },
      secrets: {
        config: {
          keys: {
            SITE_NAME: "the site's name",
            ITEMS_PER_PAGE_CONSOLE: 'rows on a page of the console',
            ITEMS_INVENTORY_PAGE: 'rows on a page of the inventory',
          },
        },
      },
      databases: {
        mysql: {
          engine: 'mysql',
          image: 'ghcr.io/crabe-etsmtl/crabe-mysql', // its own, with its tables in it
          version: assumed('the version of its MySQL: its club publishes the branch only', 'main'),
          storage: '10Gi',
          personalData: assumed(
            'personal data: its club has not yet agreed to it',
            'accounts of its users, from before this was asked; not yet agreed on with its club',
          ),
          resources: { cpu: { request: '300m', limit: '500m' }, memory: { request: '512Mi', limit: '1Gi' } },
        },
      },
      uses: {
        mysql: { host: 'DB_HOST', user: 'DB_USER', password: 'DB_PASSWORD', database: 'DB_NAME' },
      },
    },
    prod: { host: 'atelier.crabe.cedille.club', replicas: 1 },
  });
