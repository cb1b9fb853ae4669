import { assumed, ChartApp, type Platform } from '#constructs';
import { chart } from '../system/charts.js';
import { clubs } from './clubs.js';

const site = 'blockscout.omni.cedille.club';
const hosts = { backend: `backend.${site}`, frontend: site, stats: `stats.${site}` };
const chain = 'https://ganache.omni.cedille.club';
// The chart takes a password only as a value: without one the database trusts its namespace, and nobody else gets in.
const database = 'postgresql://postgres:@blockscout-postgres:5432';
const values = {
  fullnameOverride: 'blockscout',
  config: {
    network: { id: 1337, name: 'Ganache', shortname: 'Ganache' },
    testnet: true,
    prometheus: { enabled: false },
  },
  blockscout: {
    image: {
      tag: assumed(
        'the version of the backend, which has run as latest: the one that the chart was made for',
        '5.3.0',
      ),
    },
    env: {
      BLOCKSCOUT_HOST: hosts.backend,
      DATABASE_URL: `${database}/blockscout?ssl=false`,
      ECTO_USE_SSL: 'false',
      ETHEREUM_JSONRPC_VARIANT: 'ganache',
      ETHEREUM_JSONRPC_HTTP_URL: chain,
      ETHEREUM_JSONRPC_TRACE_URL: chain,
    },
  },
  frontend: {
    image: {
      tag: assumed(
        'the version of the frontend, which has run as latest: of the month of the backend',
        'v1.17.0',
      ),
    },
    env: {
      NEXT_PUBLIC_API_HOST: hosts.backend,
      NEXT_PUBLIC_APP_HOST: hosts.frontend,
      NEXT_PUBLIC_STATS_API_HOST: `https://${hosts.stats}`,
    },
  },
  stats: {
    enabled: true,
    image: {
      tag: assumed('the version of stats, which has run as latest: of the month of the backend', 'v1.4.0'),
    },
    env: {
      STATS__DB_URL: `${database}/stats`,
      STATS__BLOCKSCOUT_DB_URL: `${database}/blockscout`,
      STATS__CREATE_DATABASE: 'true',
      STATS__RUN_MIGRATIONS: 'true',
    },
  },
};

/** Shows what is on Ganache's chain. */
export const blockscout = (platform: Platform) => {
  const postgres = {
    fullnameOverride: 'blockscout-postgres',
    postgresql: { password: '' },
    volumePermissions: { enabled: false },
    persistence: { size: '5Gi', storageClass: platform.props.storage.files },
    resources: { limits: { 'hugepages-2Mi': '512Mi', memory: '512Mi' } },
  };
  return new ChartApp(platform, 'blockscout', {
    owner: clubs.cedille,
    enabled: false,
    podSecurity: 'baseline', // the database starts as root
    base: {
      charts: {
        blockscout: { chart: chart('blockscout-stack'), values },
        'blockscout-postgres': { chart: chart('postgresql'), values: postgres },
      },
      routes: {
        backend: { service: 'blockscout-blockscout-svc', port: 80, podPort: 4000 },
        frontend: { service: 'blockscout-frontend-svc', port: 80, podPort: 3000 },
        stats: { service: 'blockscout-stats-svc', port: 80, podPort: 8050 },
      },
      internet: true,
    },
    prod: { hosts },
  });
};
