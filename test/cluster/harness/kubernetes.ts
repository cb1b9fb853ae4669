import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api } from './api.js';
import { Authority, type Certificate } from './certificates.js';
import { freePorts, type Programs } from './programs.js';
import type { Tools } from './tools.js';
import { holds, until } from './wait.js';

/** What a cluster is called, and under which names its clients call it. */
export interface ClusterOptions {
  readonly name: string;
  /** Names that its certificate has to have, beside its address. */
  readonly names?: readonly string[];
}

/** A running cluster. */
export interface Cluster {
  readonly name: string;
  readonly server: string;
  readonly port: number;
  readonly api: Api;
  readonly authority: Authority;
  /** Of its administrator. */
  readonly kubeconfig: string;
}

/**
 * Starts clusters that share one etcd. Each has the real API server with its default admission (Pod Security, quotas
 * and limit ranges among it), controllers and a scheduler, an authority of its own, and nodes that do not exist: kwok
 * says of every pod on them that it runs.
 */
export async function startClusters(
  programs: Programs,
  tools: Tools,
  wanted: readonly ClusterOptions[],
): Promise<Map<string, Cluster>> {
  const [client, peer, ...ports] = (await freePorts(2 + wanted.length * 4)) as [number, number, ...number[]];
  const etcd = `http://127.0.0.1:${client}`;
  programs.start('etcd', tools.kubernetes, [
    'etcd',
    '--unsafe-no-fsync',
    `--data-dir=${programs.at('etcd')}`,
    `--listen-client-urls=${etcd}`,
    `--advertise-client-urls=${etcd}`,
    `--listen-peer-urls=http://127.0.0.1:${peer}`,
    `--initial-advertise-peer-urls=http://127.0.0.1:${peer}`,
    `--initial-cluster=default=http://127.0.0.1:${peer}`,
  ]);
  const clusters = wanted.map((options, index) =>
    start(programs, tools, etcd, options, index, ports.splice(0, 4)),
  );
  for (const cluster of clusters) await ready(programs, cluster);
  return new Map(clusters.map((cluster) => [cluster.name, cluster]));
}

function start(
  programs: Programs,
  tools: Tools,
  etcd: string,
  { name, names = [] }: ClusterOptions,
  index: number,
  [port, controllers, scheduler, kwok]: number[],
): Cluster {
  const authority = new Authority(programs.at(name, 'pki'));
  const services = `10.${100 + index}`;
  const serving = authority.forServer('kube-apiserver', [
    'localhost',
    '127.0.0.1',
    'kubernetes.default.svc',
    `${services}.0.1`,
    ...names,
  ]);
  const token = randomBytes(24).toString('hex');
  const tokens = join(programs.at(name), 'tokens.csv');
  writeFileSync(tokens, `${token},admin,admin,system:masters\n`, { mode: 0o600 });
  const server = `https://127.0.0.1:${port}`;
  const kubeconfig = join(programs.at(name), 'kubeconfig');
  writeFileSync(kubeconfig, JSON.stringify(kubeconfigOf(server, authority.ca.cert, { token })), {
    mode: 0o600,
  });
  const signing = authority.signingKey();

  programs.start(`${name}-apiserver`, tools.kubernetes, [
    'kube-apiserver',
    `--etcd-servers=${etcd}`,
    `--etcd-prefix=/${name}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${port}`,
    `--tls-cert-file=${serving.certFile}`,
    `--tls-private-key-file=${serving.keyFile}`,
    `--client-ca-file=${authority.ca.certFile}`,
    `--token-auth-file=${tokens}`,
    '--authorization-mode=Node,RBAC',
    '--allow-privileged', // as on Talos; what a pod may do is for Pod Security to say
    '--endpoint-reconciler-type=none', // it would write an address that no loopback address may be
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${signing}`,
    `--service-account-signing-key-file=${signing}`,
    `--service-cluster-ip-range=${services}.0.0/16`,
  ]);
  programs.start(`${name}-controllers`, tools.kubernetes, [
    'kube-controller-manager',
    `--kubeconfig=${kubeconfig}`,
    '--leader-elect=false',
    '--bind-address=127.0.0.1',
    `--secure-port=${controllers}`,
    '--controllers=*,-nodeipam,-cloud-node-lifecycle,-route,-service,-attachdetach',
    `--root-ca-file=${authority.ca.certFile}`,
    `--service-account-private-key-file=${signing}`,
  ]);
  programs.start(`${name}-scheduler`, tools.kubernetes, [
    'kube-scheduler',
    `--kubeconfig=${kubeconfig}`,
    '--leader-elect=false',
    '--bind-address=127.0.0.1',
    `--secure-port=${scheduler}`,
  ]);
  programs.start(`${name}-kwok`, tools.kwok, [
    `--kubeconfig=${kubeconfig}`,
    '--manage-all-nodes=true',
    `--cidr=10.${150 + index}.0.1/16`,
    '--node-ip=127.0.0.1',
    '--node-lease-duration-seconds=40', // without leases its nodes are not ready after 40 seconds
    `--server-address=127.0.0.1:${kwok}`,
  ]);
  const api = new Api({ server, ca: authority.ca.cert, token });
  return { name, server, port: port as number, api, authority, kubeconfig };
}

async function ready(programs: Programs, { name, api }: Cluster): Promise<void> {
  await until(`the API server of ${name} answers`, async () => {
    programs.check();
    return holds((await api.find('/api/v1/namespaces/default')) !== undefined, 'it has no namespace default');
  });
  for (const worker of ['worker-1', 'worker-2', 'worker-3']) {
    const capacity = { cpu: '64', memory: '256Gi', pods: '500', 'ephemeral-storage': '1Ti' };
    await api.apply({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: worker, labels: { 'kubernetes.io/hostname': worker, 'kubernetes.io/os': 'linux' } },
    });
    await api.merge(`/api/v1/nodes/${worker}/status`, { status: { capacity, allocatable: capacity } });
  }
  await until(`a node of ${name} is ready`, async () => {
    programs.check();
    const nodes = await api.list('/api/v1/nodes');
    const isReady = (node: { status?: { conditions?: { type: string; status: string }[] } }) =>
      node.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True');
    return holds(
      nodes.length > 0 && nodes.every(isReady),
      `of ${nodes.length} nodes ${nodes.filter(isReady).length}`,
    );
  });
  await until(`${name} gives namespaces their service account`, async () =>
    holds((await api.find('/api/v1/namespaces/default/serviceaccounts/default')) !== undefined, 'not yet'),
  );
}

/** A kubeconfig as JSON, which is YAML. */
export function kubeconfigOf(
  server: string,
  ca: string,
  user: { token: string } | { certificate: Certificate },
  namespace = 'argocd',
) {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const credentials =
    'token' in user
      ? { token: user.token }
      : {
          'client-certificate-data': base64(user.certificate.cert),
          'client-key-data': base64(user.certificate.key),
        };
  return {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'test',
    clusters: [{ name: 'test', cluster: { server, 'certificate-authority-data': base64(ca) } }],
    users: [{ name: 'test', user: credentials }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'test', namespace } }],
  };
}
