import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Sandboxes } from '../../constructs/cluster/sandboxes.js';
import { type Manifest, toYaml } from '../../constructs/kube/manifest.js';
import type { Component } from '../../constructs/platform/platform.js';
import { SystemService } from '../../constructs/service/system-service.js';
import { chart } from '../../system/charts.js';
import { render, testPlatform } from '../platform.js';
import { commits } from './at-size/commits.js';
import { costs, costsAtStart } from './at-size/costs.js';
import { growth } from './at-size/growth.js';
import { rootSize } from './at-size/root.js';
import { shards } from './at-size/shards.js';
import { Api, type Live } from './harness/api.js';
import { stateOf, troublesOf, wasThere } from './harness/argocd.js';
import type { Cost } from './harness/cost.js';
import { type Application, argocdUnit, unitsOf } from './harness/dist.js';
import type { Cluster } from './harness/kubernetes.js';
import { madeByHand, type RunningPlatform, startPlatform } from './harness/platform.js';
import { summary } from './harness/summary.js';
import { holds, until } from './harness/wait.js';

const dist = resolve(import.meta.dirname, '../../dist');
const units = unitsOf(dist);
const waveOf = new Map(units.map(({ name, wave }) => [name, wave]));
const nameOf = ({ metadata }: Live) => metadata.name;
const later = (wave: number) => (application: Live) => (waveOf.get(application.metadata.name) ?? 0) > wave;

let platform: RunningPlatform;
let atStart: Record<string, Cost>;
const cluster = (name: string) => platform.virtual.get(name) as Cluster;
beforeAll(async () => {
  platform = await summary.timed('start clusters and Argo CD', () => startPlatform(dist));
  atStart = costsAtStart(platform);
});
afterAll(async () => {
  await platform?.stop();
  summary.print();
});

/** Applies the root, and watches the waves come up. */
describe('a real Argo CD', () => {
  const providers = units.find(({ name }) => name === 'host-crossplane-providers');
  const seen = new Map<string, Live>();
  const early: string[] = [];
  let atTheWait: Live[] = [];
  const there = new Set<string>();

  /** One look at all Applications: what is open, and whether one came before those it has to wait for. */
  async function look(): Promise<string[]> {
    platform.check();
    const all = await platform.argocd.applications();
    const open = all.filter((application) => stateOf(application) === 'open');
    for (const each of all.filter(wasThere)) there.add(nameOf(each));
    for (const application of all) {
      const name = nameOf(application);
      if (!seen.has(name) || stateOf(application) !== 'open') seen.set(name, application);
      const skipped = units.filter((unit) => unit.wave < (waveOf.get(name) ?? 0) && !there.has(unit.name));
      early.push(...skipped.map((unit) => `${name} was made before ${unit.name} was there`));
    }
    const missing = units.filter(({ name }) => !seen.has(name)).map(({ name }) => `${name}: not made`);
    return [...open.map(troublesOf), ...missing];
  }

  beforeAll(async () => {
    await madeByHand(platform);
    platform.standIns.silent.add('pkg.crossplane.io/Provider');
    platform.standIns.start();
    for (const { file, manifest } of argocdUnit(dist).objects) {
      if (file === 'dist/root.yaml') await platform.host.api.apply(manifest, 'argocd');
    }
    await summary.timed('reach the first wave that is held up', () =>
      until('the root waits for the Application of Crossplane’s providers', async () => {
        await look();
        const { status } = await platform.argocd.application('root');
        const message: string = status?.operationState?.message ?? 'no sync yet';
        return message.includes(`Application/${providers?.name}`) ? { met: true } : message;
      }),
    );
    atTheWait = await platform.argocd.applications();
    platform.standIns.silent.clear();
    await summary.timed('sync all', () =>
      until(
        'every Application is Synced and Healthy',
        async () => {
          const open = await look();
          return holds(open.length === 0, open.join('\n  '));
        },
        900,
      ),
    );
    const withCharts = units.filter(({ charts }) => charts.length > 0);
    const withReleases = units.filter(({ upstream }) => upstream.length > 0);
    const off = [...seen].filter(([, each]) => stateOf(each) === 'switched off').map(([name]) => name);
    summary.say(`${units.length} Applications Synced, ${units.length - off.length} of them Healthy`);
    if (off.length > 0) summary.say(`Synced, and switched off as they ask to be: ${off.join(', ')}`);
    summary.say(`with doubles of their charts: ${withCharts.map(({ name }) => name).join(', ')}`);
    summary.say(`with doubles of the upstream releases: ${withReleases.map(({ name }) => name).join(', ')}`);
    summary.say(`operators spoken for: ${[...platform.standIns.spokeFor].sort().join(', ')}`);
  });

  it.each(units)('has $name Synced and Healthy', ({ name }) => {
    const application = seen.get(name) as Live;
    expect(application.status.sync.status).toBe('Synced');
    const switchedOff = units
      .find((unit) => unit.name === name)
      ?.objects.some(
        ({ manifest }) => (manifest['spec'] as { running?: boolean } | undefined)?.running === false,
      );
    expect(application.status.health.status).toBe(switchedOff ? 'Suspended' : 'Healthy');
  });

  it('makes no Application before those of earlier waves are healthy', () => {
    expect(atTheWait.map(nameOf)).toContain(providers?.name);
    expect(atTheWait.filter(later(providers?.wave ?? 0)).map(nameOf)).toEqual([]);
    expect(early).toEqual([]);
  });

  it('asks the world outside for nothing but what dist/ names', () => {
    expect([...platform.outside.refused]).toEqual([]);
  });
});

describe('a virtual cluster', () => {
  it('is registered by its name and the address in its certificate, with what vcluster wrote', async () => {
    const path = '/api/v1/namespaces/argocd/secrets?labelSelector=argocd.argoproj.io/secret-type%3Dcluster';
    const decode = (text: string) => Buffer.from(text, 'base64').toString();
    const registered = (await platform.host.api.list(path)).map(({ data }) => [
      decode(data.name),
      decode(data.server),
    ]);
    const asked = units
      .flatMap(({ objects }) => objects.map(({ manifest }) => manifest))
      .filter(({ apiVersion }) => apiVersion.startsWith('cluster.argocd.crossplane.io/'))
      .map((manifest) => (manifest['spec'] as { forProvider: { name: string; server: string } }).forProvider);
    expect(registered.sort()).toEqual(asked.map(({ name, server }) => [name, server]).sort());
  });

  it('gets what its Applications say, and the host does not', async () => {
    const path = '/apis/apps/v1/namespaces/calidum-rotae-prod/deployments/calidum-rotae';
    expect((await cluster('prod').api.get(path)).status.readyReplicas).toBeGreaterThan(0);
    expect(await platform.host.api.find(path)).toBeUndefined();
    expect(await cluster('staging').api.find(path)).toBeUndefined();
  });

  // What this proves: whoever may do all in a namespace of a virtual cluster changes nothing on the host by a policy, and
  // is nobody there; and vcluster is not told to copy policies. What it does not: that vcluster's syncer, which is not
  // here, keeps to that, nor that the host's network enforces its policies.
  it('gives a tenant no way to undo the isolation on the host', async () => {
    const { api, server, authority } = cluster('staging');
    const namespace = 'httpbin-staging';
    const metadata = { name: 'tenant' };
    await api.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata }, namespace);
    const binding = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'admin' },
      subjects: [{ kind: 'ServiceAccount', name: 'tenant', namespace }],
    };
    await api.apply(binding, namespace);
    const { status } = await api.create(`/api/v1/namespaces/${namespace}/serviceaccounts/tenant/token`, {});
    const tenant = new Api({ server, ca: authority.ca.cert, token: status.token });
    const open = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'allow-all' },
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'], ingress: [{}], egress: [{}] },
    };
    const onHost = '/apis/networking.k8s.io/v1/networkpolicies';
    const before = await platform.host.api.list(onHost);
    await until('the tenant may make policies', async () => {
      await tenant.apply(open, namespace);
      return { met: true };
    });
    expect(await platform.host.api.list(onHost)).toEqual(before);
    expect(before.filter(({ metadata }) => metadata.namespace === 'vcluster-staging').length).toBeGreaterThan(
      2,
    );

    const asTenant = new Api({
      server: platform.host.server,
      ca: platform.host.authority.ca.cert,
      token: status.token,
    });
    await expect(asTenant.apply(open, 'vcluster-staging')).rejects.toThrow('Unauthorized');
    await expect(tenant.apply(open, 'kube-system')).rejects.toThrow('is forbidden');
    for (const { charts } of units) {
      for (const { chart, helm } of charts) {
        if (chart === 'vcluster')
          expect(helm?.valuesObject?.sync?.networkpolicies?.enabled ?? false).toBe(false);
      }
    }
    tenant.close();
    asTenant.close();
  });
});

// While all is as it was synced.
commits(() => platform);
costs(
  () => platform,
  () => atStart,
);
growth(() => platform);
rootSize(() => platform);
shards(() => platform);

describe('what is in git', () => {
  const deployment = '/apis/apps/v1/namespaces/calidum-rotae-prod/deployments/calidum-rotae';
  const edit = (file: string, change: (manifest: Manifest) => unknown) => {
    const path = join(platform.repository.tree, file);
    writeFileSync(path, toYaml(change(load(readFileSync(path, 'utf8')) as Manifest)));
  };

  it('comes back when it is deleted by hand', async () => {
    const { api } = cluster('prod');
    const { uid } = (await api.get(deployment)).metadata as { uid?: string };
    await api.delete(deployment);
    await until('the Deployment is back', async () => {
      const found = await api.find(deployment);
      return holds(found !== undefined && (found.metadata as { uid?: string }).uid !== uid, 'not yet');
    });
  });

  it('comes back when it is edited by hand', async () => {
    const { api } = cluster('prod');
    const { replicas } = (await api.get(deployment))['spec'];
    await api.merge(deployment, { spec: { replicas: 0 } });
    await until('the Deployment has its replicas again', async () => {
      const { spec } = await api.get(deployment);
      return holds(spec.replicas === replicas, `${spec.replicas} replicas`);
    });
  });

  it('goes when its file goes; but namespaces and volumes stay', async () => {
    const { tree } = platform.repository;
    const policy = '/apis/networking.k8s.io/v1/namespaces/velero/networkpolicies/isolation';
    const kept = ['/api/v1/namespaces/velero', '/api/v1/namespaces/vms/persistentvolumeclaims/ubuntu-pvc'];
    expect(await platform.host.api.find(policy)).toBeDefined();
    for (const file of [
      'host/velero/NetworkPolicy.isolation.yaml',
      'host/velero/Namespace.velero.yaml',
      'host/virtual-machines/PersistentVolumeClaim.ubuntu-pvc.yaml',
    ]) {
      rmSync(join(tree, 'dist', file));
    }
    const commit = platform.repository.commit('take away what is there');
    for (const name of ['host-velero', 'host-virtual-machines']) {
      await until(`${name} is what is left of it`, async () => {
        const application = await platform.argocd.compared(name, commit);
        return holds(stateOf(application) !== 'open', troublesOf(application));
      });
    }
    await until('the policy is pruned', async () =>
      holds((await platform.host.api.find(policy)) === undefined, 'it is there'),
    );
    for (const path of kept) {
      const { metadata } = await platform.host.api.get(path);
      expect((metadata as { deletionTimestamp?: string }).deletionTimestamp, path).toBeUndefined();
    }
  });

  it('gives a new member a sandbox, by the ApplicationSet', async () => {
    const members = [{ user: 'ada', email: 'ada@example.com' }];
    const pins = { chart: chart('vcluster'), image: 'rancher/k3s:v1.28.15-k3s1' };
    const argocd: Component = (on) => new SystemService(on, 'argocd', { provides: ['argoproj.io'] });
    const { files } = render(
      testPlatform().add(
        argocd,
        (on) => new Sandboxes(on, 'sandboxes', { members, ...pins, dependsOn: [argocd] }),
      ),
    );
    const own = [...files].filter(([path]) => path.startsWith('host/sandboxes/'));
    for (const [path, content] of own) writeFileSync(join(platform.repository.tree, 'dist', path), content);
    await platform.argocd.compared('host-sandboxes', platform.repository.commit('a sandbox for Ada'));
    for (const name of ['host-sandboxes', 'sandbox-ada']) {
      await until(
        `${name} is Synced and Healthy`,
        async () => {
          const application = await platform.argocd.application(name);
          return holds(stateOf(application) === 'settled', troublesOf(application));
        },
        60,
      );
    }
    const role = '/apis/rbac.authorization.k8s.io/v1/namespaces/sandbox-ada/roles/sandbox-ada';
    expect(await platform.host.api.find(role)).toBeDefined();
  });

  it('gives a pull request with the label a preview, and takes it away with its namespace', async () => {
    const repository = 'ClubCedille/cedille.etsmtl.ca';
    const pull = (number: number, label: string) => ({
      number,
      branch: '{{ .project }}; a stranger chose this',
      sha: `${number}`.repeat(40),
      labels: [label],
    });
    const look = async () => {
      const set = '/apis/argoproj.io/v1alpha1/namespaces/argocd/applicationsets/previews-cedille';
      const annotations = { 'argocd.argoproj.io/application-set-refresh': 'true' };
      await platform.host.api.merge(set, { metadata: { annotations } });
    };
    const made = async () =>
      (await platform.argocd.applications()).map(nameOf).filter((name) => name.startsWith('cedille-pr-'));
    const { api } = cluster('sandbox');
    expect(await made()).toEqual([]);
    platform.github.open.set(repository, [pull(7, 'preview'), pull(8, 'bug')]);
    await look();
    for (const name of ['cedille-pr-7-room', 'cedille-pr-7']) {
      await until(`${name} is Synced and Healthy`, async () => {
        if (!(await made()).includes(name)) return 'not made yet';
        const application = await platform.argocd.application(name);
        return holds(stateOf(application) === 'settled', troublesOf(application));
      });
    }
    expect((await made()).sort()).toEqual(['cedille-pr-7', 'cedille-pr-7-room']);
    const inside = '/apis/apps/v1/namespaces/cedille-pr-7/deployments/cedille';
    const { containers } = (await api.get(inside))['spec'].template.spec;
    expect(containers[0].image).toBe(`ghcr.io/clubcedille/cedille.etsmtl.ca:commit-${'7'.repeat(40)}`);
    const ingress = await api.get('/apis/networking.k8s.io/v1/namespaces/cedille-pr-7/ingresses/cedille');
    const { rules, tls } = ingress['spec'];
    expect([rules[0].host, tls[0].hosts[0]]).toEqual(Array(2).fill('pr-7.cedille.sandbox.omni.cedille.club'));
    const namespace = '/api/v1/namespaces/cedille-pr-7';
    const { labels } = (await api.get(namespace)).metadata as { labels?: Record<string, string> };
    expect(labels?.['pod-security.kubernetes.io/enforce']).toBe('restricted');
    expect((await api.get(`${namespace}/resourcequotas/preview`))['spec'].hard.pods).toBe('2');

    platform.github.open.set(repository, [pull(8, 'bug')]);
    await look();
    await until(
      'the preview and its namespace are gone',
      async () => {
        const left = [...(await made()), ...((await api.find(namespace)) ? [namespace] : [])];
        return holds(left.length === 0, left.join(', '));
      },
      120,
    );
  });

  it('stays inside its project: no destination that the club does not have', async () => {
    const file = 'dist/argocd/Application.intruder.yaml';
    const own = load(readFileSync(join(dist, 'argocd/Application.prod-httpbin.yaml'), 'utf8')) as Application;
    const intruder = {
      ...own,
      metadata: { ...own.metadata, name: 'intruder' },
      spec: { ...own.spec, destination: { name: 'in-cluster', namespace: 'vault' } },
    };
    writeFileSync(join(platform.repository.tree, file), toYaml(intruder));
    await platform.argocd.compared('root', platform.repository.commit('an Application out of its project'));
    const told = await until('Argo CD refuses the Application', async () => {
      const { status } = await platform.argocd.application('intruder');
      const refusal = status?.conditions?.find(({ type }: { type: string }) => type === 'InvalidSpecError');
      return refusal ? { met: `${file}: ${refusal.message}` } : 'no word yet';
    });
    expect(told).toContain(`${file}: application destination`);
    expect(told).toContain("do not match any of the allowed destinations in project 'club-cedille'");
    const inVault = await platform.host.api.list('/apis/apps/v1/namespaces/vault/deployments');
    expect(inVault.map(({ metadata }) => metadata.name)).not.toContain('httpbin');
    rmSync(join(platform.repository.tree, file));
  });

  it.each([
    [
      'a namespace of others',
      { namespace: 'kube-system' },
      'namespace kube-system is not permitted in project',
    ],
    [
      'a kind that is for the whole cluster',
      { kind: 'Namespace' },
      'resource :Namespace is not permitted in project',
    ],
  ])('stays inside its project: not %s', async (_, change, message) => {
    const name = 'staging-httpbin';
    const file = 'dist/staging/httpbin/Service.httpbin.yaml';
    const before = readFileSync(join(platform.repository.tree, file), 'utf8');
    edit(file, (service) =>
      'kind' in change
        ? { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'mine' } }
        : { ...service, metadata: { ...service.metadata, ...change } },
    );
    const commit = platform.repository.commit('out of its project');
    await platform.argocd.compared(name, commit);
    await until(`Argo CD refuses ${file}`, async () => {
      const application = await platform.argocd.application(name);
      const resources: { message?: string }[] =
        application.status.operationState?.syncResult?.resources ?? [];
      const said = [...resources.map(({ message }) => message ?? ''), troublesOf(application)].join('; ');
      return holds(said.includes(message), said);
    });
    writeFileSync(join(platform.repository.tree, file), before);
    platform.repository.commit('as it was');
    await platform.argocd.terminate(name);
  });
});
