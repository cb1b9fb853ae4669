import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { realPlatform, realRendered } from '../real-platform.js';

// biome-ignore lint/suspicious/noExplicitAny: the shape of Kubernetes objects is what these tests look at
type Manifest = any;

const platform = await realPlatform();
const objects: readonly Manifest[] = (await realRendered()).units
  .filter(({ unit }) => !unit.isTemplate) // their hosts come and go
  .flatMap(({ files }) => [...files])
  .filter(([name]) => name.endsWith('.yaml'))
  .map(([, text]) => load(text) as Manifest);
const ofKind = (kind: string) => objects.filter((object) => object.kind === kind);
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();
const hostOf = (address: string) => new URL(address.includes('//') ? address : `tls://${address}`).hostname;

/** The hosts that are asked whether they answer, with whose they are. */
const asked = () =>
  ofKind('Probe').flatMap(({ spec: { targets } }) =>
    targets.staticConfig.static.map((address: string) => ({
      host: hostOf(address),
      ...targets.staticConfig.labels,
    })),
  );
/** The dashboards by uid, each with the folder it is in. */
const dashboards = () =>
  new Map<string, { folder: string; text: string }>(
    ofKind('ConfigMap')
      .filter(({ metadata }) => metadata.labels?.grafana_dashboard)
      .flatMap(({ metadata, data }) =>
        Object.values<string>(data).map((text) => [
          JSON.parse(text).uid,
          { folder: metadata.annotations.grafana_folder, text },
        ]),
      ),
  );

describe('every public host', () => {
  it('is there at all', () => expect(platform.publicHosts.names.length).toBeGreaterThan(30));

  it('has a certificate', () => {
    const certified = ofKind('Ingress').flatMap(({ metadata, spec }) =>
      metadata.annotations['cert-manager.io/cluster-issuer']
        ? spec.tls.flatMap(({ hosts }: { hosts: string[] }) => hosts)
        : [],
    );
    const asked = ofKind('Certificate').flatMap(({ spec }) => spec.dnsNames ?? []);
    const public_ = asked.filter((host: string) => platform.publicHosts.names.includes(host));
    expect(sorted([...certified, ...public_])).toEqual(platform.publicHosts.names);
    const served = ofKind('Ingress').flatMap(({ spec }) => spec.rules.map((rule: Manifest) => rule.host));
    expect(sorted(served)).toEqual(sorted(certified));
  });

  it('is asked by one probe, which says whose it is', () => {
    const hosts = asked().map(({ host }) => host);
    expect([...hosts].sort()).toEqual(platform.publicHosts.names);
    for (const { host, club, app, environment } of asked()) {
      expect([club, app, environment].every(Boolean), host).toBe(true);
    }
  });

  it('is asked with the certificate authority that it has', () => {
    const issuers = new Map<string, string>(
      ofKind('Ingress').flatMap(({ metadata, spec }) =>
        spec.rules.map(({ host }: { host: string }) => [
          host,
          metadata.annotations['cert-manager.io/cluster-issuer'],
        ]),
      ),
    );
    for (const { spec } of ofKind('Probe')) {
      for (const address of spec.targets.staticConfig.static) {
        const issuer = issuers.get(hostOf(address));
        const module = !issuer
          ? 'tls_connect'
          : issuer === 'letsencrypt-prod'
            ? 'http_2xx'
            : 'http_2xx_any_certificate';
        expect(spec.module, address).toBe(module);
      }
    }
  });

  it('has alerts: each condition is told of every probe, and reaches a channel that hears its club', () => {
    const hosts = ofKind('PrometheusRule').find(({ metadata }) => metadata.name === 'hosts');
    const rules = hosts.spec.groups.flatMap(({ rules }: Manifest) => rules);
    expect(rules.map(({ alert }: Manifest) => alert)).toEqual(
      expect.arrayContaining(['HostDown', 'HostAnswersWrong', 'HostSlow', 'CertificateLapses']),
    );
    // Nothing in them picks some hosts out of all.
    for (const { expr } of rules) expect(expr).not.toMatch(/probe_\w+\{/);
    const channels = ofKind('AlertmanagerConfig').flatMap(({ metadata, spec }) =>
      spec.route.matchers
        .filter(({ name }: Manifest) => name === 'club')
        .map(({ value }: Manifest) => [metadata.name, new RegExp(`^(?:${value})$`)] as const),
    );
    for (const { host, club } of asked()) {
      expect(
        channels.filter(([, clubs]: readonly [string, RegExp]) => clubs.test(club)),
        host,
      ).toHaveLength(1);
    }
  });

  it('has figures that its alerts are measured by, and the Service behind it is known', () => {
    const facts = ofKind('PrometheusRule').find(({ metadata }) => metadata.name === 'facts');
    const rules: Manifest[] = facts.spec.groups.flatMap(({ rules }: Manifest) => rules);
    const known = (record: string) =>
      new Set(
        rules
          .filter((rule) => rule.record === record)
          .map(({ labels }) => `${labels.app}/${labels.environment}`),
      );
    for (const { host, app, environment } of asked()) {
      const isIngress = ofKind('Ingress').some(({ spec }) =>
        spec.rules.some((rule: Manifest) => rule.host === host),
      );
      const records = ['app:slow:seconds', 'app:errors:limit', ...(isIngress ? ['app:service:info'] : [])];
      for (const record of records) {
        expect(known(record).has(`${app}/${environment}`), `${record} of ${host}`).toBe(true);
      }
    }
  });

  it('is on a dashboard: that of its app in the folder of its club, or that of the platform', () => {
    const pages = dashboards();
    const shown = asked().filter(({ app, environment, club }) => {
      const page = pages.get(environment === 'platform' ? 'platform' : `app-${app}`);
      return (
        page?.text.includes('probe_success') &&
        page.folder === (environment === 'platform' ? 'Platform' : club)
      );
    });
    expect(sorted(shown.map(({ host }) => host))).toEqual(platform.publicHosts.names);
  });
});

describe('every app', () => {
  it('has a dashboard, and every club one, whether public or not', () => {
    const facts = ofKind('PrometheusRule').find(({ metadata }) => metadata.name === 'facts');
    const infos = facts.spec.groups
      .flatMap(({ rules }: Manifest) => rules)
      .filter(({ record }: Manifest) => record === 'app:info');
    expect(infos.length).toBeGreaterThan(30);
    const apps = sorted(infos.map(({ labels }: Manifest) => `app-${labels.app}`));
    const pages = dashboards();
    expect(sorted([...pages.keys()].filter((uid) => uid.startsWith('app-')))).toEqual(apps);
    expect(sorted([...pages.values()].map(({ folder }) => folder))).toEqual(
      sorted(['Platform', ...infos.map(({ labels }: Manifest) => labels.club)]),
    );
  });

  it('is known by the namespace that its pods have on the host', () => {
    const facts = ofKind('PrometheusRule').find(({ metadata }) => metadata.name === 'facts');
    const infos = facts.spec.groups
      .flatMap(({ rules }: Manifest) => rules)
      .filter(({ record }: Manifest) => record === 'app:info');
    for (const { labels } of infos) {
      expect(labels).toMatchObject({
        namespace: `vcluster-${labels.environment}`,
        label_vcluster_loft_sh_namespace: `${labels.app}-${labels.environment}`,
      });
    }
  });
});

describe('every webhook', () => {
  it('that a channel uses comes from Vault, where a person puts it', () => {
    const used = ofKind('AlertmanagerConfig').flatMap(({ spec }) =>
      spec.receivers.flatMap(({ discordConfigs = [] }: Manifest) =>
        discordConfigs.map(({ apiURL }: Manifest) => apiURL.name),
      ),
    );
    const made = ofKind('VaultSecret').map(({ spec }) => spec.output.name);
    expect(made).toEqual(expect.arrayContaining(sorted(used)));
    const inputs = platform.units.flatMap((unit) => unit.inputs).map(({ at }) => at);
    for (const name of used) {
      expect(inputs).toContain(`kv/data/monitoring/default/alerts/${name.slice('alerts-'.length)}`);
    }
  });
});
