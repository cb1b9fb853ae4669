/**
 * What is not known of apps, or not safe as it is, and what is taken instead: the one place to look when the club has
 * said more.
 */

/**
 * Images that are published by branch only, without a version: what runs is whatever the branch holds at the moment a
 * pod starts. Give each the digest or the version that its club names.
 */
export const branches = {
  trema: 'ghcr.io/clubcedille/trema:master', // branch
} as const satisfies Record<string, string>;
  dronolab: 'ghcr.io/dronolab/dronolab-website:main', // branch
  hello: 'ghcr.io/applets/backend-hello:main', // nothing: the club says so
  integrale: 'ghcr.io/integrale-ets/site-integrale:main', // branch
  patchets: 'ghcr.io/clubcedille/patchets-commande:main', // branch
} as const satisfies Record<string, string>;

/** Versions of programs that have run as `latest`, or as a tag that moves: the newest known of what ran. */
export const versions = {
  kubewall: 'ghcr.io/kubewall/kubewall:0.0.21',
  nginx: 'docker.io/library/nginx:1.28.0', // was `stable`
  mysql: '9.6.0', // a volume of 9 cannot go back to 8
} as const satisfies Record<string, string>;

/** Hello's settings, from the template that its club gives to developers; a production may have had others. */
export const helloSettings = {
  ASPNETCORE_ENVIRONMENT: 'Production',
  ASPNETCORE_HTTP_PORT: '8080',
  ASPNETCORE_HTTPS_PORT: '8081',
  CONTAINER_DIR: '/app/volume',
  RATE_LIMIT_TIME_WINDOW_SECONDS: '10',
  RATE_LIMIT_MAX_REQUESTS: '4',
} as const satisfies Record<string, string>;

/**
 * Patchets' repository is private. It is a Rails app that looks for `DATABASE_PORT` and `SQUARE_ENV`: the names of its
 * other variables, and how its image starts, are those of such an app.
 */
export const patchets = {
  command: ['bundle', 'exec', 'rails', 'server', '-b', '0.0.0.0', '-p', '3000', '-P', '/tmp/server.pid'],
  database: {
    host: 'DATABASE_HOST',
    port: 'DATABASE_PORT',
    user: 'DATABASE_USERNAME',
    password: 'DATABASE_PASSWORD',
    database: 'DATABASE_NAME',
  },
  keys: {
    SECRET_KEY_BASE: 'what Rails signs sessions with: `rails secret` makes one',
    SQUARE_ACCESS_TOKEN: 'token of the API of Square, which takes the payments',
  },
} as const;
