import { type Platform, SystemService, VaultSecret } from '#constructs';
import { chart } from './charts.js';
import { mayastor } from './mayastor.js';
import { settings } from './settings.js';
import { vaultConfig } from './vault-config.js';

/** Every second of every node, in Netdata's cloud. Off: Prometheus and Grafana do this here. `enabled: true` is all it needs. */
export const netdata = (platform: Platform) => {
  const service = new SystemService(platform, 'netdata', {
    enabled: false,
    podSecurity: { privileged: "its agents use the node's network, processes and file systems" },
    charts: [{ chart: chart('netdata'), values }],
    dependsOn: [mayastor, vaultConfig],
  });
  new VaultSecret(service, claim, {
    path: 'netdata/default/netdata',
    keys: {
      NETDATA_CLAIM_TOKEN: 'token of the space at app.netdata.cloud',
      NETDATA_CLAIM_ROOMS: 'ids of its rooms',
    },
  });
  return service;
};

const claim = 'netdata-claim';

/** The switch of the chart would set an empty room beside the one of the Secret. The agent only asks for these variables. */
const claiming = {
  env: { NETDATA_CLAIM_URL: 'https://api.netdata.cloud' },
  envFrom: [{ secretRef: { name: claim } }],
};

const storageclass = settings.storage.files;
const limits = (cpu: string, memory: string) => ({
  requests: { cpu: '100m', memory: '128Mi' },
  limits: { cpu, memory },
});

/** The values that differ from the chart's own. The restarter is off: it is for images whose tag moves. */
const values = {
  ingress: { enabled: false }, // one looks at it in Netdata's cloud
  initContainersImage: { tag: '3.20.3' }, // the chart's own tag moves
  rbac: { pspEnabled: false }, // gone since Kubernetes 1.25
  parent: {
    ...claiming,
    database: { storageclass },
    alarms: { storageclass },
    resources: limits('1', '2Gi'),
  },
  child: { ...claiming, resources: limits('1', '1Gi') },
  k8sState: { persistence: { storageclass }, resources: limits('500m', '512Mi') },
};
