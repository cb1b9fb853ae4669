import { assumed, ClubApp, type Platform } from '#constructs';
import { clubs } from './clubs.js';

const keys = {
  API_TOKEN_SALT: 'salt of the API’s tokens, made up',
  API_URL: 'address of the API',
  DJANGO_SUPERUSER_EMAIL: 'e-mail address of the administrator',
  DJANGO_SUPERUSER_PASSWORD: 'password of the administrator',
  DJANGO_SUPERUSER_USERNAME: 'name of the administrator',
  EMAIL_ID: 'account from which mail is sent',
  EMAIL_PW: 'its password',
  FMP_API_KEY: 'key of Financial Modeling Prep',
  FRONTEND_URL: 'address of the site',
  GITHUB_BUG_REPORT_TOKEN: 'token that may open issues',
  MODERATOR_PASSWORD: 'password of the moderator',
  PASSWORD_RESET_REDIRECT_URL: 'where a reset of a password leads',
  REGISTRATION_KEY: 'key without which nobody registers, made up',
  SALT_SECRET_KEY: 'secret key of Django, made up',
};
const program = {
  secrets: { config: { keys } },
  uses: {
    db: {
      host: 'POSTGRES_HOST',
      port: 'POSTGRES_PORT',
      user: 'POSTGRES_USER',
      password: 'POSTGRES_PASSWORD',
      database: 'POSTGRES_DB',
    },
  },
  internet: [443, 587],
  scratch: ['/tmp', '/app/markets/logs'],
} as const;
const resources = { cpu: { request: '400m', limit: '800m' }, memory: { request: '512Mi', limit: '1Gi' } };
const labels = 'GITHUB_BUG_REPORT_LABELS';

/** A simulation of the stock exchange. */
export const markets = (platform: Platform) =>
  new ClubApp(platform, 'markets', {
    owner: clubs.algoets,
    base: {
      image: assumed(
        'the version: its club publishes branches only, and prod gets that of tests, where latest has run',
        'ghcr.io/algoets/markets-frontend:dernier',
      ),
      port: 80,
      registry: 'docker-markets',
      scratch: ['/var/cache/nginx', '/var/run', '/var/log/nginx'],
      resources,
      databases: {
        db: {
          engine: 'postgres',
          version: '17.7',
          storage: '5Gi',
          personalData: assumed(
            'personal data: its club has not yet agreed to it',
            'accounts of its users, from before this was asked; not yet agreed on with its club',
          ),
        },
      },
      services: {
        backend: {
          ...program,
          image: assumed(
            'the version: its club publishes branches only, and prod gets that of tests, where latest has run',
            'ghcr.io/algoets/markets-backend:dernier',
          ),
          port: 8000,
          probe: 'tcp',
          paths: ['/api', '/admin', '/verification', '/static'],
          resources,
        },
        scheduler: {
          ...program,
          image: assumed(
            'the version: its club publishes branches only, and prod gets that of tests, where latest has run',
            'ghcr.io/algoets/markets-scheduler:dernier',
          ),
          replicas: 1,
          exempt: [{ rule: 'highly-available', reason: 'two would do everything twice' }],
          resources: {
            cpu: { request: '300m', limit: '600m' },
            memory: { request: '512Mi', limit: '800Mi' },
          },
        },
      },
    },
    sandbox: {
      host: 'markets.dev.cedille.club',
      services: { backend: { env: { [labels]: 'bug,bug-report,from-app,dev' } } },
    },
    prod: {
      host: ['markets.algoets.ca', 'markets.prodv2.cedille.club'],
      services: { backend: { env: { [labels]: 'bug,bug-report,from-app,prod' } } },
    },
  });
