import { ClubApp, type Platform } from '#constructs';
import { clubs } from './clubs.js';

/** A counter in two versions. */
const counter = (version: string, color: string) => ({
  // Its author never tagged a version: this is the manifest that kumactl installs.
  image: 'docker.io/kumahq/kuma-demo@sha256:9b11fb97144523cd5d5cc021445dd7f59d4b72bc49727fefbdf0d3f07a7dd5c1',
  port: 5000,
  env: { REDIS_HOST: 'redis', REDIS_PORT: '6379', APP_VERSION: version, APP_COLOR: color },
  calls: ['redis'],
});

/** The sample of the service mesh. */
export const kumaDemo = (platform: Platform) =>
  new ClubApp(platform, 'kuma-demo', {
    owner: clubs.cedille,
    base: {
      ...counter('1.0', '#efefef'),
      services: {
        'demo-app-v2': counter('2.0', '#5da36f'),
        // No database of the platform, because the counter cannot give a password; its count may be lost.
        redis: {
          image: 'docker.io/library/redis:7.2.4',
          port: 6379,
          probe: 'tcp',
          replicas: 1,
          exempt: [{ rule: 'highly-available', reason: 'two would count apart' }],
          scratch: ['/data'],
        },
      },
    },
    prod: { host: 'kuma.omni.cedille.club' },
  });
