import {
  type ClickHouseInstallationSpec,
  ClickHouseInstallationSpecTemplatesPodTemplatesPodDistributionType as Distribution,
  ClickHouseInstallationSpecTemplatesVolumeClaimTemplatesReclaimPolicy as ReclaimPolicy,
} from '../imports/clickhouseinstallation-clickhouse.altinity.com.js';
import { clickhouseVersion, containerSecurity, podSecurity } from './clickhouse-client.js';

/** What differs between the servers of one installation and of another. */
export interface ServerProps {
  readonly storageClass: string;
  /** The size of its data, and of its logs. */
  readonly size: string;
  readonly env: readonly object[];
  readonly resources: object;
}

const ports = [
  { name: 'http', port: 8123 },
  { name: 'tcp', port: 9000 },
  { name: 'interserver', port: 9009 },
];

/** The pods, volumes and Service of an installation. */
export const serverTemplates = ({
  storageClass,
  size,
  env,
  resources,
}: ServerProps): Pick<ClickHouseInstallationSpec, 'defaults' | 'templates'> => ({
  // A template of logs here would add a container that follows them, as root: the pod mounts both by itself.
  defaults: { templates: { podTemplate: 'server', serviceTemplate: 'installation' } },
  templates: {
    podTemplates: [
      {
        name: 'server',
        podDistribution: [{ type: Distribution.SHARD_ANTI_AFFINITY }], // replicas on different nodes
        spec: {
          automountServiceAccountToken: false,
          securityContext: podSecurity,
          containers: [
            {
              name: 'clickhouse',
              image: `clickhouse/clickhouse-server:${clickhouseVersion}`,
              env,
              ports: ports.map(({ name, port }) => ({ name, containerPort: port })),
              resources,
              securityContext: containerSecurity,
              volumeMounts: [
                { name: 'data', mountPath: '/var/lib/clickhouse' },
                { name: 'log', mountPath: '/var/log/clickhouse-server' },
              ],
            },
          ],
        },
      },
    ],
    // The operator's own default is a load balancer, and there is none.
    serviceTemplates: [{ name: 'installation', spec: { type: 'ClusterIP', ports: ports.slice(0, 2) } }],
    volumeClaimTemplates: ['data', 'log'].map((name) => ({
      name,
      reclaimPolicy: ReclaimPolicy.RETAIN,
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: storageClass,
        resources: { requests: { storage: size } },
      },
    })),
  },
});
