import { assumed, ClubApp, type Platform } from '#constructs';
import { clubs } from './clubs.js';

/** The site of Dronolab, who build drones. */
export const dronolab = (platform: Platform) =>
  new ClubApp(platform, 'dronolab', {
    owner: clubs.dronolab,
    base: {
      image: assumed(
        'the version: its club publishes the branch only',
        'ghcr.io/dronolab/dronolab-website:main',
      ),
      port: 3000,
      scratch: ['/tmp'],
      resources: { cpu: { request: '200m', limit: '200m' }, memory: { request: '256Mi', limit: '256Mi' } },
    },
    prod: { host: 'dronolab.etsmtl.ca' },
  });
