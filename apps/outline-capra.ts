import { assumed, ClubApp, type Platform } from '#constructs';
import { clubs } from './clubs.js';

const keys = {
  SECRET_KEY: '64 hexadecimal digits, made up',
  UTILS_SECRET: '64 hexadecimal digits, made up',
  OIDC_CLIENT_ID: 'name of the wiki at auth.etsmtl.club',
  OIDC_CLIENT_SECRET: 'its secret there',
};
const login = 'https://auth.etsmtl.club/application/o';
const resources = { cpu: { request: '250m', limit: '1' }, memory: { request: '500Mi', limit: '1Gi' } };

/** The wiki of Capra. */
export const outlineCapra = (platform: Platform) =>
  new ClubApp(platform, 'outline-capra', {
    owner: clubs.capra,
    base: {
      image: 'docker.io/outlinewiki/outline:1.7.0',
      port: 3000,
      probe: '/_health',
      env: {
        URL: 'https://wiki.capra.etsmtl.club',
        DEFAULT_LANGUAGE: 'fr_FR',
        PGSSLMODE: 'disable',
        FILE_STORAGE: 'local',
        FILE_STORAGE_UPLOAD_MAX_SIZE: '262144000',
        OIDC_AUTH_URI: `${login}/authorize/`,
        OIDC_TOKEN_URI: `${login}/token/`,
        OIDC_USERINFO_URI: `${login}/userinfo/`,
        OIDC_LOGOUT_URI: `${login}/outlinewiki-capra/end-session/`,
      },
      secrets: { outline: { keys } },
      uses: { postgres: { url: 'DATABASE_URL' }, redis: { url: 'REDIS_URL' } },
      internet: true,
      scratch: ['/tmp'],
      resources,
      volumes: { data: { mount: '/var/lib/outline/data', size: '15Gi', personalData: false } },
      databases: {
        postgres: {
          engine: 'postgres',
          version: '17.7',
          storage: '15Gi',
          personalData: assumed(
            'personal data: its club has not yet agreed to it',
            'accounts of its users, from before this was asked; not yet agreed on with its club',
          ),
        },
        redis: { engine: 'redis', version: '8.6.2', storage: '5Gi', personalData: false, resources },
      },
    },
    prod: { host: 'wiki.capra.etsmtl.club' },
  });
