import { assumed, ClubApp, type Platform } from '#constructs';
import { clubs } from './clubs.js';

/** The bot of the clubs' Discord servers, and the address to which their webhooks send. */
export const trema = (platform: Platform) =>
  new ClubApp(platform, 'trema', {
    owner: clubs.cedille,
    base: {
      image: assumed('the version: its club publishes the branch only', 'ghcr.io/clubcedille/trema:master'),
      port: 6000,
      probe: 'tcp', // it has no page
      env: { API_ADDRESS: '0.0.0.0', API_PORT: '6000' },
      resources: { cpu: { request: '500m', limit: '1' }, memory: { request: '512Mi', limit: '1Gi' } },
      replicas: 1,
      exempt: [{ rule: 'highly-available', reason: 'two bots would answer everything twice' }],
      internet: true, // Discord, GitHub, calidum-rotae
      secrets: {
        bot: {
          keys: {
            DISCORD_TOKEN: 'token of the bot at Discord',
            GITHUB_TOKEN: 'token that may start the workflows of the platform',
            CALIDUM_API_KEY: 'the key of calidum-rotae, CALIDUM_ROTAE_SERVICE_API_KEY',
          },
        },
      },
      databases: { mongo: { engine: 'mongo', version: '8.0.4', storage: '10Gi', personalData: false } },
      uses: {
        mongo: { host: 'MONGO_HOST', port: 'MONGO_PORT', user: 'MONGO_USER', password: 'MONGO_PASSWORD' },
      },
    },
    prod: { host: 'trema.prodv2.cedille.club' },
  });
