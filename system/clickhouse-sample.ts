import { k8s } from 'cdk8s-plus-28';
import { type Platform, SystemService, VaultSecret } from '#constructs';
import { ClickHouseInstallation } from '../imports/clickhouseinstallation-clickhouse.altinity.com.js';
import { clickhouseOperator } from './clickhouse.js';
import {
  atEverySync,
  clientPod,
  fromSecret,
  podNetwork,
  ttlSecondsAfterFinished,
} from './clickhouse-client.js';
import { serverTemplates } from './clickhouse-server.js';
import { mayastor } from './mayastor.js';
import { vaultConfig } from './vault-config.js';

const name = 'simple-example';

/** The sample to learn ClickHouse by: one server, and a table to query. */
export const clickhouseSample = (platform: Platform) => {
  const service = new SystemService(platform, 'clickhouse-sample', {
    namespace: 'clickhouse-system',
    podSecurity: 'other',
    dependsOn: [clickhouseOperator, vaultConfig, mayastor],
  });
  new VaultSecret(service, name, { keys: { password: 'password of the user default, any' } });
  const installation = new ClickHouseInstallation(service, 'installation', {
    metadata: { name },
    spec: {
      configuration: {
        clusters: [{ name: 'simple', layout: { shardsCount: 1, replicasCount: 1 } }],
        files: { 'users.d/sample.xml': usersConfig },
      },
      ...serverTemplates({
        storageClass: platform.props.storage.files,
        size: '10Gi',
        env: [fromSecret('SAMPLE_PASSWORD', name, 'password')],
        resources: { requests: { cpu: '100m', memory: '512Mi' }, limits: { cpu: '1', memory: '1Gi' } },
      }),
    },
  });
  const fill = new k8s.KubeJob(service, 'users', {
    metadata: { name: `${name}-users`, annotations: atEverySync },
    spec: {
      backoffLimit: 20,
      ttlSecondsAfterFinished,
      template: {
        spec: clientPod({
          host: `clickhouse-${name}`,
          user: 'sample',
          password: { secret: name, key: 'password' },
          sql: createUsers,
        }),
      },
    },
  });
  fill.addDependency(installation);
  return service;
};

const usersConfig = `<clickhouse>
  <users>
    <default><password from_env="SAMPLE_PASSWORD"/></default>
    <sample><password from_env="SAMPLE_PASSWORD"/><networks><ip>${podNetwork}</ip></networks><profile>default</profile><quota>default</quota></sample>
  </users>
</clickhouse>
`;

/** Filled anew each time, so that it never grows. */
const createUsers = `CREATE TABLE IF NOT EXISTS users (id UInt32, name String, email String, preferred_number Int32)
  ENGINE = MergeTree ORDER BY id;
TRUNCATE TABLE users;
INSERT INTO users
  SELECT number, concat('User ', toString(number)), concat('user', toString(number), '@example.org'), number * 7 % 100
  FROM numbers(1, 100);
`;
