import { k8s } from 'cdk8s-plus-28';
import { exemptions, type Platform, resourceRequirements, SystemService } from '#constructs';
import { clickhouseOperator } from './clickhouse.js';
import { clickhouseVersion, containerSecurity, podSecurity } from './clickhouse-client.js';
import { mayastor } from './mayastor.js';
import { settings } from './settings.js';

const name = 'clickhouse-keeper';
const labels = { app: name };
const data = '/var/lib/clickhouse-keeper';
const ids = [1, 2, 3];

/**
 * Where ClickHouse's replicas agree on what they hold, in ZooKeeper's place. The operator has no kind for it
 * before 0.23, so it is a StatefulSet. Its clients call clickhouse-keeper-0, -1 and -2, to outlive any one of them.
 */
export const clickhouseKeeper = (platform: Platform) => {
  const service = new SystemService(platform, name, {
    namespace: 'clickhouse-system',
    podSecurity: 'other',
    dependsOn: [clickhouseOperator, mayastor],
  });
  new k8s.KubeConfigMap(service, 'config', { metadata: { name }, data: { 'keeper.xml': config } });
  new k8s.KubeService(service, 'service', {
    metadata: { name },
    spec: {
      clusterIp: 'None',
      publishNotReadyAddresses: true, // each has to find the others before it is ready
      selector: labels,
      ports: [
        { name: 'client', port: 2181 },
        { name: 'raft', port: 9444 },
      ],
    },
  });
  new k8s.KubePodDisruptionBudget(service, 'budget', {
    metadata: { name },
    spec: {
      maxUnavailable: k8s.IntOrString.fromNumber(1),
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
      selector: { matchLabels: labels },
    },
  });
  const exempt = exemptions({
    rule: 'read-only-root',
    reason: 'where it writes beside its data was not tried yet',
  });
  new k8s.KubeStatefulSet(service, 'keepers', {
    metadata: { name, annotations: exempt },
    spec: {
      serviceName: name,
      replicas: ids.length,
      podManagementPolicy: 'Parallel',
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: pod },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: {
            accessModes: ['ReadWriteOnce'],
            storageClassName: settings.storage.database, // each of the three has all of it
            resources: { requests: { storage: k8s.Quantity.fromString('5Gi') } },
          },
        },
      ],
    },
  });
  return service;
};

const peers = ids
  .map(
    (id) => `<server><id>${id}</id><hostname>${name}-${id - 1}.${name}</hostname><port>9444</port></server>`,
  )
  .join('\n      ');

const config = `<clickhouse>
  <logger><level>information</level><console>1</console></logger>
  <listen_host>0.0.0.0</listen_host>
  <keeper_server>
    <tcp_port>2181</tcp_port>
    <server_id from_env="KEEPER_ID"/>
    <storage_path>${data}</storage_path>
    <log_storage_path>${data}/log</log_storage_path>
    <snapshot_storage_path>${data}/snapshots</snapshot_storage_path>
    <raft_configuration>
      ${peers}
    </raft_configuration>
  </keeper_server>
</clickhouse>
`;

const pod: k8s.PodSpec = {
  automountServiceAccountToken: false,
  securityContext: podSecurity,
  affinity: {
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: labels } },
      ],
    },
  },
  containers: [
    {
      name: 'keeper',
      image: `clickhouse/clickhouse-keeper:${clickhouseVersion}`,
      // Ids count from one, pods from nought.
      command: [
        'sh',
        '-c',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's
        'KEEPER_ID=$(( ${HOSTNAME##*-} + 1 )) exec clickhouse-keeper --config-file=/etc/keeper/keeper.xml',
      ],
      ports: [
        { name: 'client', containerPort: 2181 },
        { name: 'raft', containerPort: 9444 },
      ],
      readinessProbe: { tcpSocket: { port: k8s.IntOrString.fromString('client') } },
      imagePullPolicy: 'Always',
      resources: resourceRequirements({
        cpu: { request: '100m', limit: '1' },
        memory: { request: '256Mi', limit: '1Gi' },
      }),
      securityContext: containerSecurity,
      volumeMounts: [
        { name: 'data', mountPath: data },
        { name: 'config', mountPath: '/etc/keeper' },
      ],
    },
  ],
  volumes: [{ name: 'config', configMap: { name } }],
};
