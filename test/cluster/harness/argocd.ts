import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Manifest } from '../../../constructs/kube/manifest.js';
import type { Api, Live } from './api.js';
import { established } from './apply.js';
import type { Certificate } from './certificates.js';
import { type DistUnit, documents } from './dist.js';
import type { Cluster } from './kubernetes.js';
import { freePorts, type Programs } from './programs.js';
import type { Tools } from './tools.js';
import { holds, until } from './wait.js';

const namespace = 'argocd';
const core = `/api/v1/namespaces/${namespace}`;
const argo = `/apis/argoproj.io/v1alpha1/namespaces/${namespace}`;

/** Stays on an Application until it has been refreshed. */
export const refreshAnnotation = 'argocd.argoproj.io/refresh';

/** What GitHub tells of a push, as far as Argo CD reads it. */
export interface Push {
  /** The repository, as Applications name it. */
  readonly url: string;
  readonly branch: string;
  readonly before: string;
  readonly after: string;
  readonly files: readonly string[];
}

export interface ArgocdOptions {
  readonly host: Cluster;
  /** The unit that installs Argo CD: its settings are read from the values that its chart is given. */
  readonly unit: DistUnit;
  /** The proxy to the world outside, and the authority that signed what it answers with. */
  readonly proxy: string;
  readonly trusted: Certificate;
}

/** A running Argo CD: the real programs, with the platform's own settings. */
export class Argocd {
  private token = '';

  private constructor(
    private readonly host: Api,
    private readonly port: number,
    private readonly startController: (
      name: string,
      metrics: number,
      environment: Readonly<Record<string, string>>,
    ) => void,
  ) {}

  static async start(programs: Programs, tools: Tools, options: ArgocdOptions): Promise<Argocd> {
    const { host, unit, proxy, trusted } = options;
    await install(host.api, tools, unit);
    const ports = await freePorts(9);
    const [
      redis,
      repo,
      repoMetrics,
      controllerMetrics,
      server,
      serverMetrics,
      setMetrics,
      setProbe,
      setHook,
    ] = ports;
    const address = '127.0.0.1';
    programs.start('redis', 'redis-server', [
      ...[
        '--port',
        `${redis}`,
        '--bind',
        address,
        '--save',
        '',
        '--appendonly',
        'no',
        '--dir',
        programs.at('redis'),
      ],
    ]);
    const data = programs.at('argocd');
    for (const name of ['gpg/source', 'gpg/keys', 'tls', 'ssh', 'plugins'])
      mkdirSync(join(data, name), { recursive: true });
    writeFileSync(join(data, 'ssh/ssh_known_hosts'), '');
    const common = {
      PATH: `${tools.folder}:${process.env['PATH']}`,
      KUBECONFIG: host.kubeconfig,
      ARGOCD_FAKE_IN_CLUSTER: 'true', // it runs beside the host cluster, not in it
      ARGOCD_GPG_ENABLED: 'false',
      ARGOCD_GPG_DATA_PATH: join(data, 'gpg/source'),
      GNUPGHOME: join(data, 'gpg/keys'),
      ARGOCD_TLS_DATA_PATH: join(data, 'tls'),
      ARGOCD_SSH_DATA_PATH: join(data, 'ssh'),
      ARGOCD_PLUGINSOCKFILEPATH: join(data, 'plugins'),
      ARGOCD_ASK_PASS_SOCK: join(data, 'ask-pass.sock'),
      ARGOCD_RECONCILIATION_TIMEOUT: '10s',
      ARGOCD_RECONCILIATION_JITTER: '0s',
      HTTPS_PROXY: proxy,
      SSL_CERT_FILE: trusted.certFile,
      GIT_SSL_CAINFO: trusted.certFile,
    };
    const run = (name: string, program: string, flags: readonly string[], environment = {}) =>
      programs.start(name, tools.argocd, flags, { ...common, ARGOCD_BINARY_NAME: program, ...environment });
    const start = (name: string, ...flags: string[]) => run(name, name, flags);
    const toRedis = ['--redis', `${address}:${redis}`];
    const toRepo = ['--repo-server', `${address}:${repo}`, '--repo-server-plaintext'];
    start(
      'argocd-repo-server',
      ...['--disable-tls', '--address', address, '--port', `${repo}`, ...toRedis],
      ...['--metrics-address', address, '--metrics-port', `${repoMetrics}`],
    );
    const startController = (
      name: string,
      metrics: number,
      environment: Readonly<Record<string, string>>,
    ) => {
      const flags = [...toRedis, ...toRepo, '--metrics-port', `${metrics}`];
      run(name, 'argocd-application-controller', flags, environment);
    };
    startController('argocd-application-controller', controllerMetrics as number, {});
    start(
      'argocd-applicationset-controller',
      ...['--argocd-repo-server', `${address}:${repo}`, '--repo-server-plaintext', '--namespace', namespace],
      ...['--metrics-addr', `${address}:${setMetrics}`, '--probe-addr', `${address}:${setProbe}`],
      ...['--webhook-addr', `${address}:${setHook}`],
    );
    start(
      'argocd-server',
      ...['--insecure', '--address', address, '--port', `${server}`, '--metrics-port', `${serverMetrics}`],
      ...[...toRedis, ...toRepo],
      ...['--tlsciphers', 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'], // newer Go knows some of the default ones no more
    );
    const argocd = new Argocd(host.api, server as number, startController);
    await until('Argo CD lets its administrator in', async () => {
      programs.check();
      const secret = await host.api.get(`${core}/secrets/argocd-initial-admin-secret`);
      const password = Buffer.from(secret['data'].password, 'base64').toString();
      argocd.token = (await argocd.call('POST', '/api/v1/session', { username: 'admin', password })).token;
      return holds(argocd.token !== '', 'no token');
    });
    return argocd;
  }

  /** A token of an account of Argo CD's own, as `argocd account generate-token` makes it. */
  async tokenOf(account: string): Promise<string> {
    return (await this.call('POST', `/api/v1/account/${account}/token`, {})).token;
  }

  /** Asks Argo CD's API. Throws with its own message. */
  // biome-ignore lint/suspicious/noExplicitAny: answers differ by what was asked
  call(method: string, path: string, body?: unknown, token = this.token, more = {}): Promise<any> {
    return new Promise((resolve, reject) => {
      const headers = {
        'Content-Type': 'application/json',
        ...(token && { Authorization: `Bearer ${token}` }),
        ...more,
      };
      const asked = request({ host: '127.0.0.1', port: this.port, method, path, headers }, (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => {
          const { message, ...answer } = JSON.parse(text || '{}');
          if ((response.statusCode ?? 500) >= 300) reject(new Error(message ?? text));
          else resolve(answer);
        });
      });
      asked.on('error', reject);
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  /** Tells it of a push, as GitHub's webhook does. It has asked for all refreshes when this is done. */
  async hear({ url, branch, before, after, files }: Push): Promise<void> {
    const event = {
      ...{ ref: `refs/heads/${branch}`, before, after },
      repository: { html_url: url.replace(/\.git$/, ''), default_branch: branch },
      commits: [{ id: after, added: [], removed: [], modified: files }],
    };
    await this.call('POST', '/api/webhook', event, '', { 'X-GitHub-Event': 'push' });
  }

  /** Starts one more controller, which is told that it is one of several. Gives its program's name. */
  async startShard(shard: number, of: number, method: string): Promise<string> {
    const name = `argocd-application-controller-${method}-${shard}`;
    const [metrics] = await freePorts(1);
    this.startController(name, metrics as number, {
      ARGOCD_CONTROLLER_SHARD: `${shard}`,
      ARGOCD_CONTROLLER_REPLICAS: `${of}`,
      ARGOCD_CONTROLLER_SHARDING_ALGORITHM: method,
    });
    return name;
  }

  applications(): Promise<Live[]> {
    return this.host.list(`${argo}/applications`);
  }

  application(name: string): Promise<Live> {
    return this.host.get(`${argo}/applications/${name}`);
  }

  /** Has Argo CD look at git now rather than when its turn is; `hard`, and render anew what has not changed. */
  async refresh(name: string, how: 'normal' | 'hard' = 'normal'): Promise<void> {
    await this.host.merge(`${argo}/applications/${name}`, {
      metadata: { annotations: { [refreshAnnotation]: how } },
    });
  }

  /** Waits until an Application has compared what runs to a commit. */
  async compared(name: string, commit: string): Promise<Live> {
    await this.refresh(name);
    return until(`${name} has looked at commit ${commit}`, async () => {
      const application = await this.application(name);
      const { revision, revisions = [] } = application.status?.sync ?? {};
      return [revision, ...revisions].includes(commit) ? { met: application } : troublesOf(application);
    });
  }

  /** Ends a sync that tries an old revision again and again, because no new one starts before. */
  async terminate(name: string): Promise<void> {
    const { status } = await this.application(name);
    if (status?.operationState?.phase !== 'Running') return;
    await this.host.merge(`${argo}/applications/${name}`, {
      status: { operationState: { phase: 'Terminating' } },
    });
  }
}

/** How an Application is, for one who waits for it: as asked for, switched off but as asked for, or not yet there. */
export function stateOf({ status }: Live): 'settled' | 'switched off' | 'open' {
  if (status?.sync?.status !== 'Synced' || status.operationState?.phase === 'Running') return 'open';
  if (status.health?.status === 'Healthy') return 'settled';
  return status.health?.status === 'Suspended' ? 'switched off' : 'open';
}

/** Whether it has been synced and is healthy: a difference that Argo CD mends afterwards takes nothing of that back. */
export const wasThere = ({ status }: Live): boolean =>
  (status?.history ?? []).length > 0 && ['Healthy', 'Suspended'].includes(status.health?.status);

/** What is in an Application's way, in Argo CD's own words. */
export function troublesOf({ metadata, status }: Live): string {
  const { sync, health, operationState: operation, conditions = [], resources = [] } = status ?? {};
  const said = [
    `${metadata.name}: ${sync?.status ?? 'not compared'}, ${health?.status ?? 'no health'}`,
    ...conditions.map(({ message }: { message: string }) => message),
    ...(operation && operation.phase !== 'Succeeded' ? [`${operation.phase}: ${operation.message}`] : []),
    ...(operation?.syncResult?.resources ?? [])
      .filter((each: Live) => each.status === 'SyncFailed')
      .map((each: Live) => `${each.kind} ${each['name']}: ${each['message']}`),
    ...resources
      .filter((each: Live) => each.kind !== 'Application')
      .filter(
        (each: Live) => each.status !== 'Synced' || (each['health'] && each['health'].status !== 'Healthy'),
      )
      .map(
        (each: Live) =>
          `${each.kind} ${each['name']} ${each.status} ${each['health']?.status ?? ''} ${each['health']?.message ?? ''}`,
      ),
  ];
  return said.join('; ');
}

/** What the chart would have installed before Argo CD's programs start: its CRDs and its settings. */
async function install(api: Api, tools: Tools, unit: DistUnit): Promise<void> {
  for (const name of readdirSync(tools.argocdCrds).filter((name) => name.endsWith('-crd.yaml'))) {
    for (const crd of documents<Manifest>(join(tools.argocdCrds, name))) {
      await api.apply(crd);
      await established(api, crd.metadata.name);
    }
  }
  const { configs, global } = unit.charts[0]?.helm?.valuesObject ?? {};
  await api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  const settings = {
    'argocd-cm': { url: `https://${global.domain}`, ...configs.cm },
    'argocd-rbac-cm': configs.rbac,
    'argocd-cmd-params-cm': configs.params,
  };
  const labels = { 'app.kubernetes.io/part-of': 'argocd' };
  for (const [name, values] of Object.entries(settings)) {
    const data = Object.fromEntries(Object.entries(values ?? {}).map(([key, value]) => [key, `${value}`]));
    await api.apply({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace, labels }, data });
  }
  for (const name of ['argocd-tls-certs-cm', 'argocd-ssh-known-hosts-cm', 'argocd-gpg-keys-cm']) {
    await api.apply({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace, labels }, data: {} });
  }
  const stringData = { 'server.secretkey': randomBytes(32).toString('base64') };
  await api.apply({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'argocd-secret', namespace, labels },
    stringData,
  });
}
