import { type Platform, StaticSite } from '#constructs';
import { clubs } from './clubs.js';
import { nginx } from './images.js';

/** Where git-sync keeps the branch; the newest files of it are in `current`, a symbolic link. */
const branch = '/srv/catalogue/git';

/** The catalogue: what is deployed, where, for whom, and what is public, from the branch that a workflow publishes. */
export const catalogue = (platform: Platform) =>
  new StaticSite(platform, 'catalogue', {
    owner: clubs.cedille,
    image: nginx,
    // Before the first sync there is no page: `/` is not found, and the pod not ready.
    server: `root ${branch}/current;\n  charset utf-8;\n  gzip on;\n  gzip_types application/json;\n  location ~ /\\. { return 404; }`,
    base: {
      volumes: { published: { mount: '/srv/catalogue', of: 'git-sync' } },
      services: {
        'git-sync': {
          image: 'registry.k8s.io/git-sync/git-sync:v4.7.1',
          args: [
            `--repo=${platform.git.repository}`,
            '--ref=catalogue',
            // Not the volume itself: git-sync wants a folder that it may empty, and a file system has `lost+found`.
            `--root=${branch}`,
            '--link=current',
            '--period=5m',
            '--max-failures=3',
            '--http-bind=:8080', // answers 503 until the first sync
          ],
          port: 8080,
          internet: true,
          scratch: ['/tmp'],
          volumes: {
            published: {
              mount: '/srv/catalogue',
              size: '1Gi',
              personalData: false,
              noBackup: 'it is fetched again from the branch',
            },
          },
        },
      },
    },
    prod: { host: 'catalogue.omni.cedille.club' },
  });
