import { assumed, ClubApp, type Platform } from '#constructs';
import { clubs } from './clubs.js';

/** A page that shows clusters, for those who bring a kubeconfig: it has no rights itself. */
export const kubewall = (platform: Platform) =>
  new ClubApp(platform, 'kubewall', {
    owner: clubs.cedille,
    base: {
      image: assumed(
        'the version, which has run as latest: the newest known',
        'ghcr.io/kubewall/kubewall:0.0.21',
      ),
      port: 7080,
      probe: '/healthz',
      internal: true,
      scratch: ['/.kubewall'],
      exempt: [{ rule: 'highly-available', reason: 'it keeps to itself what it is given' }],
    },
    prod: { replicas: 1 },
  });
