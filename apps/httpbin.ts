import { ClubApp, type Platform } from '#constructs';
import { clubs } from './clubs.js';

/** The sample that shows what an app looks like: an echo service in two environments. */
export const httpbin = (platform: Platform) =>
  new ClubApp(platform, 'httpbin', {
    owner: clubs.cedille,
    base: {
      // Its author never tagged a version: this is the manifest that 'latest' has named since 2018.
      image:
        'docker.io/kennethreitz/httpbin@sha256:599fe5e5073102dbb0ee3dbb65f049dab44fa9fc251f6835c9990f8fb196a72b',
      port: 8080,
      probe: '/status/200',
      command: ['gunicorn'],
      args: ['-b', '0.0.0.0:8080', 'httpbin:app'],
      scratch: ['/tmp'],
    },
    staging: {
      host: 'staging.kustomizetest.omni.cedille.club',
      resources: { cpu: '0.05', memory: '128Mi' },
    },
    prod: {
      host: 'prod.kustomizetest.omni.cedille.club',
      replicas: 3,
      release: 'canary',
      resources: { cpu: '0.1', memory: '256Mi' },
    },
  });
