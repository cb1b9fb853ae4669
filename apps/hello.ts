import { assumed, ClubApp, type Platform } from '#constructs';
import { clubs } from './clubs.js';
import { nginx } from './images.js';

const server = 'server {\n  listen 8080;\n  root /usr/share/nginx/html;\n}\n';
const redis = { request: '500Mi', limit: '1Gi' };
const keys = {
  SUPABASE_PROJECT_ID: 'the project at Supabase, which knows who is who',
  SUPABASE_SECRET_KEY: 'what it signs its tokens with',
  SUPABASE_ANON_KEY: 'its public key',
  EMAIL_SERVER: 'the mail server',
  EMAIL_PORT: 'its port',
  EMAIL_USERNAME: 'the account there',
  EMAIL_PASSWORD: 'its password',
  EMAIL_FROM: 'from whom mails come',
  EMAIL_TO_IF_DEBUG: 'who gets all mails while debugging',
  CDN_URL: 'where browsers find the pictures',
  FRONTEND_BASE_URL: 'where the site is',
};

/** Hello tells of what goes on at ÉTS; its nginx serves the pictures. */
export const hello = (platform: Platform) =>
  new ClubApp(platform, 'hello', {
    owner: clubs.applets,
    base: {
      image: assumed('the version: its club publishes the branch only', 'ghcr.io/applets/backend-hello:main'),
      port: 8080,
      probe: '/health',
      env: {
        ...assumed('the settings: from the template that its club gives to developers', {
          ASPNETCORE_ENVIRONMENT: 'Production',
          ASPNETCORE_HTTP_PORT: '8080',
          ASPNETCORE_HTTPS_PORT: '8081',
          CONTAINER_DIR: '/app/volume',
          RATE_LIMIT_TIME_WINDOW_SECONDS: '10',
          RATE_LIMIT_MAX_REQUESTS: '4',
        }),
        CONNECTION_STRING: 'Host=postgres;Database=hello;User ID=hello;Password=$(POSTGRES_PASSWORD)',
        REDIS_CONNECTION_STRING: 'redis:6379,password=$(REDIS_PASSWORD),abortConnect=False',
      },
      secrets: { hello: { keys } },
      uses: { postgres: { password: 'POSTGRES_PASSWORD' }, redis: { password: 'REDIS_PASSWORD' } },
      internet: [443, 587], // Supabase, mail
      calls: ['nginx-cdn'],
      scratch: ['/tmp'],
      volumes: { volume: { mount: '/app/volume', size: '1Gi', personalData: false } },
      services: {
        'nginx-cdn': {
          image: nginx,
          port: 8080,
          probe: 'tcp',
          files: { '/etc/nginx/conf.d/default.conf': server },
          scratch: ['/var/cache/nginx', '/run'],
          volumes: { volume: { mount: '/usr/share/nginx/html', of: 'hello' } },
        },
      },
      databases: {
        postgres: {
          engine: 'postgres',
          version: '13.18',
          size: 'large',
          storage: '10Gi',
          personalData: assumed(
            'personal data: its club has not yet agreed to it',
            'accounts of its users, from before this was asked; not yet agreed on with its club',
          ),
        },
        redis: {
          engine: 'redis',
          version: '7.2.4',
          storage: '5Gi',
          personalData: false,
          resources: { memory: redis },
        },
      },
    },
    prod: { host: 'hello.omni.cedille.club' },
  });
