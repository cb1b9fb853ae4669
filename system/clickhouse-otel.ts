import { k8s } from 'cdk8s-plus-28';
import { kept, type Platform, SystemService, VaultSecret } from '#constructs';
import { Bucket, BucketSpecDeletionPolicy } from '../imports/bucket-storage.gcp.upbound.io.js';
import {
  ClickHouseInstallation,
  ClickHouseInstallationSpecConfigurationClustersSecretAuto as SecretAuto,
} from '../imports/clickhouseinstallation-clickhouse.altinity.com.js';
import { clickhouseOperator } from './clickhouse.js';
import {
  atEverySync,
  clientPod,
  fromSecret,
  podNetwork,
  telemetryStore,
  ttlSecondsAfterFinished,
} from './clickhouse-client.js';
import { clickhouseKeeper } from './clickhouse-keeper.js';
import { serverTemplates } from './clickhouse-server.js';
import { crossplaneConfig } from './crossplane-config.js';
import { mayastor } from './mayastor.js';
import { vaultConfig } from './vault-config.js';

const { installation: name, cluster, host } = telemetryStore;
/** Of all buckets in the world only one can have this name. */
const bucket = 'plateforme-cedille-clickhouse-backups';
const users = 'clickhouse-otel-users';
const backupKey = 'clickhouse-otel-backup';
const asAdmin = { host, user: 'admin', password: { secret: users, key: 'admin' } };

/**
 * Where traces, metrics and logs are kept: two shards of two replicas each. Collectors write to database `otel_local`,
 * each server its own shard; who reads asks `otel`, whose tables span the shards.
 */
export const clickhouseOtel = (platform: Platform) => {
  const service = new SystemService(platform, 'clickhouse-otel', {
    namespace: 'clickhouse-system',
    podSecurity: 'other',
    dependsOn: [clickhouseOperator, clickhouseKeeper, vaultConfig, mayastor, crossplaneConfig],
  });
  new VaultSecret(service, users, {
    keys: {
      admin: 'password of who keeps it, any',
      otel: 'password of the collectors, any',
      grafana: 'password of Grafana, any',
    },
  });
  new VaultSecret(service, backupKey, {
    keys: {
      'access-key-id': 'HMAC key of a Google service account that may write to the bucket',
      'secret-access-key': 'its secret',
    },
  });
  new Bucket(service, 'bucket', {
    metadata: {
      name: bucket,
      annotations: kept,
    },
    spec: {
      deletionPolicy: BucketSpecDeletionPolicy.ORPHAN,
      forProvider: {
        location: 'NORTHAMERICA-NORTHEAST1',
        uniformBucketLevelAccess: true,
        publicAccessPrevention: 'enforced',
        lifecycleRule: [{ action: [{ type: 'Delete' }], condition: [{ age: 14 }] }],
      },
    },
  });
  const installation = new ClickHouseInstallation(service, 'installation', {
    metadata: { name, annotations: kept },
    spec: {
      configuration: {
        zookeeper: {
          nodes: [0, 1, 2].map((id) => ({
            host: `clickhouse-keeper-${id}.clickhouse-keeper.clickhouse-system.svc.cluster.local`,
            port: 2181,
          })),
        },
        clusters: [
          {
            name: cluster,
            secret: { auto: SecretAuto.TRUE }, // servers know each other by it, and not by a user's password
            layout: { shardsCount: 2, replicasCount: 2 },
          },
        ],
        files: { 'users.d/platform.xml': usersConfig, 'config.d/backups.xml': backupsConfig },
      },
      ...serverTemplates({
        storageClass: platform.props.storage.files,
        size: '30Gi',
        // Taken from the Secrets by the servers themselves: they wait for them. The operator, told to read a
        // password from a Secret that is not there yet, would set one that everyone knows.
        env: [
          fromSecret('ADMIN_PASSWORD', users, 'admin'),
          fromSecret('OTEL_PASSWORD', users, 'otel'),
          fromSecret('GRAFANA_PASSWORD', users, 'grafana'),
          fromSecret('BACKUP_ACCESS_KEY_ID', backupKey, 'access-key-id'),
          fromSecret('BACKUP_SECRET_ACCESS_KEY', backupKey, 'secret-access-key'),
        ],
        resources: { requests: { cpu: '500m', memory: '2Gi' }, limits: { cpu: '2', memory: '4Gi' } },
      }),
    },
  });
  const databases = new k8s.KubeJob(service, 'databases', {
    metadata: { name: 'clickhouse-otel-databases', annotations: atEverySync },
    spec: {
      backoffLimit: 20,
      ttlSecondsAfterFinished,
      template: { spec: clientPod({ ...asAdmin, sql: createDatabases }) },
    },
  });
  databases.addDependency(installation);
  new k8s.KubeCronJob(service, 'backup', {
    metadata: { name: 'clickhouse-otel-backup' },
    spec: {
      schedule: '15 7 * * *', // when Montréal sleeps
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 3600,
      jobTemplate: {
        spec: { backoffLimit: 3, template: { spec: clientPod({ ...asAdmin, sql: backUp }) } },
      },
    },
  });
  return service;
};

const onCluster = `ON CLUSTER '${cluster}'`;
const createDatabases = ['otel_local', 'otel']
  .map((database) => `CREATE DATABASE IF NOT EXISTS ${database} ${onCluster};`)
  .join('\n');
const backUp = `BACKUP DATABASE otel_local ${onCluster} TO S3(backups, '{today}');`;

const user = (variable: string, profile = 'default') =>
  `<password from_env="${variable}"/><networks><ip>${podNetwork}</ip></networks><profile>${profile}</profile><quota>default</quota>`;

/** The user default is for the servers themselves: the operator lets it in from nowhere else. */
const usersConfig = `<clickhouse>
  <users>
    <default><password from_env="ADMIN_PASSWORD"/></default>
    <admin>${user('ADMIN_PASSWORD')}</admin>
    <otel>${user('OTEL_PASSWORD')}</otel>
    <grafana>${user('GRAFANA_PASSWORD', 'grafana')}</grafana>
  </users>
  <profiles>
    <!-- Reads, and may set what its driver sets for a query, like a time limit. -->
    <grafana><readonly>2</readonly><max_execution_time>60</max_execution_time></grafana>
  </profiles>
</clickhouse>
`;

const backupsConfig = `<clickhouse>
  <named_collections>
    <backups>
      <url>https://storage.googleapis.com/${bucket}/${name}/</url>
      <access_key_id from_env="BACKUP_ACCESS_KEY_ID"/>
      <secret_access_key from_env="BACKUP_SECRET_ACCESS_KEY"/>
    </backups>
  </named_collections>
</clickhouse>
`;
