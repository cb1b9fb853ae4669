import { assumed, ClubApp, type Platform } from '#constructs';
import { clubs } from './clubs.js';

// Its repository is private. It is a Rails app that looks for `DATABASE_PORT` and `SQUARE_ENV`.
const keys = assumed('the names of its variables: as an app of Rails has them', {
  SECRET_KEY_BASE: 'what Rails signs sessions with: `rails secret` makes one',
  SQUARE_ACCESS_TOKEN: 'token of the API of Square, which takes the payments',
});
const variables = assumed('the names of its variables: as an app of Rails has them', {
  host: 'DATABASE_HOST',
  port: 'DATABASE_PORT',
  user: 'DATABASE_USERNAME',
  password: 'DATABASE_PASSWORD',
  database: 'DATABASE_NAME',
});

/** Orders and payments of the Fraternité du Piranha. */
export const patchets = (platform: Platform) =>
  new ClubApp(platform, 'patchets', {
    owner: clubs.piranha,
    base: {
      image: assumed(
        'the version: its club publishes the branch only',
        'ghcr.io/clubcedille/patchets-commande:main',
      ),
      registry: 'docker',
      port: 3000,
      probe: 'tcp',
      env: { RAILS_ENV: 'production', SQUARE_ENV: 'production' },
      secrets: { app: { keys } },
      uses: { postgres: variables },
      internet: true, // Square
      scratch: ['/tmp'],
      resources: { memory: '256Mi' },
      databases: {
        postgres: {
          engine: 'postgres',
          version: '16.4',
          storage: '4Gi',
          personalData: assumed(
            'personal data: its club has not yet agreed to it',
            'accounts of its users, from before this was asked; not yet agreed on with its club',
          ),
        },
      },
    },
    prod: { host: 'commande.fraternitedupiranha.com', autoscale: { max: 4 } },
  });
