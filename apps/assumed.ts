import type { PreviewSpec } from '#constructs';

/**
 * What is not known of apps, or not safe as it is, and what is taken instead: the one place to look when the club has
 * said more.
 */

/** Why there are personal data where the platform allows none: the club has to agree to it, or to take them out. */
export const accounts = 'accounts of its users, from before this was asked; not yet agreed on with its club';

/**
 * Images that are published by branch only, without a version: what runs is whatever the branch holds at the moment a
 * pod starts. Give each the digest or the version that its club names.
 */
export const branches = {
  cedille: 'ghcr.io/clubcedille/cedille.etsmtl.ca:main',
  comets: 'ghcr.io/clubcedille/comets-web:main',
  conjure: 'ghcr.io/conjureets/conjure-site:main',
  crabe: 'ghcr.io/crabe-etsmtl/crabe-atelier:main',
  dronolab: 'ghcr.io/dronolab/dronolab-website:main',
  exutoire: 'ghcr.io/clubcedille/exutoire:main',
  forom: 'ghcr.io/clubcedille/forom:main',
  hello: 'ghcr.io/applets/backend-hello:main',
  ingenieuses: 'ghcr.io/les-ingenieuses-de-l-ets/web-ingenieuses:main',
  integrale: 'ghcr.io/integrale-ets/site-integrale:main',
  // dev's in prod as well, where 'latest' has run
  markets: 'ghcr.io/algoets/markets-frontend:dernier',
  marketsBackend: 'ghcr.io/algoets/markets-backend:dernier',
  marketsScheduler: 'ghcr.io/algoets/markets-scheduler:dernier',
  patchets: 'ghcr.io/clubcedille/patchets-commande:main',
  saveursdegenie: 'ghcr.io/clubcedille/saveursdegenie.etsmtl.ca:main',
  synapsets: 'ghcr.io/clubcedille/synapsets.etsmtl.ca:main',
  trema: 'ghcr.io/clubcedille/trema:master',
  wikiCedille: 'ghcr.io/clubcedille/wiki-cedille:main',
  wikiCedilleStaging: 'ghcr.io/clubcedille/wiki-cedille:staging',
} as const satisfies Record<string, string>;

/**
 * Where pull requests are, and what their workflow has to push for a preview to start: Cédille's workflow calls images
 * `commit-` and the commit's full name, which is known of what it pushes from branches.
 */
export const previews = {
  cedille: {
    repository: 'ClubCedille/cedille.etsmtl.ca',
    image: 'ghcr.io/clubcedille/cedille.etsmtl.ca:commit-{sha}',
  },
} as const satisfies Record<string, PreviewSpec>;

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
 * other variables are those of such an app.
 */
export const patchets = {
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

/** CRABE's own image of MySQL is published without a version as well; its tables are in it. */
export const crabeMysql = {
  engine: 'mysql',
  image: 'ghcr.io/crabe-etsmtl/crabe-mysql',
  version: 'main',
  storage: '10Gi',
  personalData: accounts,
  resources: { cpu: { request: '300m', limit: '500m' }, memory: { request: '512Mi', limit: '1Gi' } },
} as const;
/**
 * Images by the commit that the club's workflow builds them from, the newest that was known; nobody has looked whether
 * they are there.
 */
export const commits = {
  planifets: 'ghcr.io/applets/planifets-frontend:main-a3c19e3',
  planifetsBackend: 'ghcr.io/applets/planifets-backend:main-7ff387c',
} as const satisfies Record<string, string>;

/** Images of Blockscout: the backend that its chart was made for, and the others of the same month; all were 'latest'. */
export const blockscoutTags = { backend: '5.3.0', frontend: 'v1.17.0', stats: 'v1.4.0' } as const;
