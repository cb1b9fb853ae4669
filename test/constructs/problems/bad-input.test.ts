import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { describe, expect, it } from 'vitest';
import type { ClubAppProps } from '../../../constructs/kinds/club-app.js';
import type { Component, Platform } from '../../../constructs/platform/platform.js';
import { SystemService } from '../../../constructs/service/system-service.js';
import { app, base, owner, problemsOf, testPlatform } from '../../platform.js';

/** What TypeScript would refuse, as JavaScript or a cast would let it through. */
const untyped = (props: object) => props as Partial<ClubAppProps>;

const service =
  (id: string, props: ConstructorParameters<typeof SystemService>[2] = {}): Component =>
  (platform) =>
    new SystemService(platform, id, props);

/** A custom resource of an operator. */
class Odd extends ApiObject {
  constructor(unit: SystemService) {
    super(unit, 'odd', { apiVersion: 'odd.example.com/v1', kind: 'Odd', metadata: { name: 'odd' } });
  }
}

const prod = { host: 'chess.example.com' };

/** Each case: what is declared, and the whole line that it gets, without the source's line number. */
const cases: Record<string, [Component[], string]> = {
  'an unknown environment': [
    [app('chess', untyped({ production: prod, staging: { host: 'chess-s.example.com' } }))],
    `chess production: there is no field 'production' [field-unknown]. Did you mean prod?`,
  ],
  'a field that is nearly one of an app': [
    [app('chess', untyped({ enable: false, prod }))],
    `chess enable: there is no field 'enable' [field-unknown]. Did you mean enabled?`,
  ],
  'no environment': [
    [app('chess', {})],
    `chess: 'chess' has no environment [environment-missing]. Add one, for example prod: { host: 'chess.etsmtl.ca' }.`,
  ],
  'a channel that has no name of a channel': [
    [app('chess', { owner: { ...owner, alerts: '#Chess' }, prod })],
    `chess owner.alerts: the channel '#Chess' may hold only a-z, 0-9 and -, and must begin and end with a letter or digit [name-form]. Call it 'chess'.`,
  ],
  'the channel of others': [
    [app('chess', { owner: { ...owner, alerts: 'on-call' }, prod })],
    `chess owner.alerts: owner.alerts 'on-call' is the channel of Cédille's on-call [alerts-on-call]. Name the club's own channel.`,
  ],
  'an app declared twice': [
    [app('chess', { prod }), app('chess', { staging: { host: 'other.example.com' } })],
    `chess: 'chess' is declared twice, first in test/platform.ts [name-taken]. Rename one of them.`,
  ],
  'a service declared twice': [
    [service('vault'), service('vault', { namespace: 'vault-2' })],
    `vault: 'vault' is declared twice, first in test/constructs/problems/bad-input.test.ts [name-taken]. Rename one of them.`,
  ],
  'a name that is no DNS label': [
    [app('Génie_Élec', { prod })],
    `Génie_Élec: the name 'Génie_Élec' may hold only a-z, 0-9 and -, and must begin and end with a letter or digit [name-form]. Call it 'genie-elec'.`,
  ],
  'a service whose name is no DNS label': [
    [service('Vault')],
    `Vault: the name 'Vault' may hold only a-z, 0-9 and -, and must begin and end with a letter or digit [name-form]. Call it 'vault'.`,
  ],
  'a name too long once translated': [
    [app('a'.repeat(25), { prod })],
    `${'a'.repeat(25)} prod: the name '${'a'.repeat(25)}' is too long: the virtual cluster calls it '${'a'.repeat(25)}-x-${'a'.repeat(25)}-prod-x-prod' on the host, 65 characters, 63 are allowed [app-name-length]. Shorten it by 1 or more.`,
  ],
  'two apps on one host': [
    [app('chess', { prod }), app('go', { prod })],
    `go/prod/workload/public: the host 'chess.example.com' is already taken by test/platform.ts chess/prod/workload/public [claim-taken]. Change one of them.`,
  ],
  'a host in no known zone': [
    [app('chess', { prod: { host: 'chess.exemple.com' } })],
    `chess prod.host: host 'chess.exemple.com' lies in no DNS zone that the platform knows [host-zone]. Did you mean chess.example.com?`,
  ],
  'a malformed host': [
    [app('chess', { prod: { host: 'https://chess.example.com/' } })],
    `chess prod.host: 'https://chess.example.com/' is not a host name [host-form]. Write it in lower case without a scheme, port or path, like 'club.etsmtl.ca'.`,
  ],
  'an image without a tag': [
    [app('chess', { prod: { ...prod, image: 'ghcr.io/chess/site' } })],
    `chess prod.image: image 'ghcr.io/chess/site' has no version [image-unpinned]. Pin a version: 'ghcr.io/chess/site:1.2.3' or 'ghcr.io/chess/site@sha256:…'.`,
  ],
  'an image on latest': [
    [app('chess', { prod: { ...prod, image: 'ghcr.io/chess/site:latest' } })],
    `chess prod.image: image 'ghcr.io/chess/site:latest' floats on 'latest' [image-floating]. Pin a version: 'ghcr.io/chess/site:1.2.3' or 'ghcr.io/chess/site@sha256:…'.`,
  ],
  'port 0': [
    [app('chess', { prod: { ...prod, port: 0 } })],
    `chess prod.port: port 0 is out of range [port-range]. Give a port from 1 to 65535.`,
  ],
  'half a replica': [
    [app('chess', { prod: { ...prod, replicas: 1.5 } })],
    `chess prod.replicas: replicas 1.5 is out of range [replicas-range]. Give a whole number from 1 to 20; to take the app off, remove the layer or set enabled: false.`,
  ],
  'a malformed quantity': [
    [app('chess', { prod: { ...prod, resources: { memory: '256MB' } } })],
    `chess prod.resources.memory: '256MB' is not a quantity of memory [quantity-form]. Write it like '256Mi'.`,
  ],
  'another malformed quantity': [
    [app('chess', { prod: { ...prod, resources: { cpu: '0.1.1' } } })],
    `chess prod.resources.cpu: '0.1.1' is not a quantity of CPU [quantity-form]. Write it like '100m'.`,
  ],
  'a quantity out of range': [
    [app('chess', { prod: { ...prod, resources: { memory: '256' } } })],
    `chess prod.resources.memory: memory '256' is out of range [quantity-range]. Give 4Mi to 256Gi, for example '256Mi'.`,
  ],
  'a request above its limit': [
    [app('chess', { prod: { ...prod, resources: { cpu: { request: '2', limit: '500m' } } } })],
    `chess prod.resources.cpu: the CPU request '2' is more than its limit '500m' [request-above-limit]. Raise the limit or lower the request.`,
  ],
  'an unknown size': [
    [app('chess', untyped({ prod: { ...prod, size: 'smal' } }))],
    `chess prod.size: 'smal' is not a value of size [field-value]. Did you mean small?`,
  ],
  'a misspelt field, which TypeScript alone would refuse': [
    [app('chess', untyped({ prod: { ...prod, replica: 3 } }))],
    `chess prod.replica: there is no field 'replica' [field-unknown]. Did you mean replicas?`,
  ],
  'a misspelt resource': [
    [app('chess', untyped({ prod: { ...prod, resources: { ram: '1Gi' } } }))],
    `chess prod.resources.ram: there is no field 'ram' [field-unknown]. Nothing reads it: remove it, or use cpu or memory.`,
  ],
  'a probe that is no path': [
    [app('chess', { prod: { ...prod, probe: 'healthz' } })],
    `chess prod.probe: probe 'healthz' is not a path [probe-form]. Write it like '/healthz'.`,
  ],
  'a malformed volume': [
    [
      app('chess', {
        prod: { ...prod, volumes: { data: { mount: 'data', size: '5Go', personalData: false } } },
      }),
    ],
    `chess prod.volumes.data.size: '5Go' is not a quantity of storage [quantity-form]. Write it like '5Gi'.`,
  ],
  'replicas that would share a volume': [
    [
      app('chess', {
        prod: {
          ...prod,
          replicas: 2,
          volumes: { data: { mount: '/data', size: '5Gi', personalData: false } },
        },
      }),
    ],
    `chess prod.replicas: 2 replicas cannot share a volume that one pod at a time can mount [replicas-volume]. Remove replicas, or the volume.`,
  ],
  'an unknown storage class in a chart’s values': [
    [
      service('vault', {
        charts: [
          {
            chart: { name: 'vault', version: '1.0.0', repository: 'https://example.com' },
            values: { server: { dataStorage: { storageClass: 'file' } } },
          },
        ],
      }),
    ],
    `vault: no storage class is called 'file' [storage-class-unknown]. Did you mean files?`,
  ],
  'a layer without a host': [
    [app('chess', { staging: {}, prod })],
    `chess staging.host: it has no host, and is not internal [host-missing]. Add host: '…' to the staging layer, or internal: true to the base.`,
  ],
  'an owner who is no GitHub name': [
    [app('chess', { owner: { ...owner, github: 'chess' }, prod })],
    `chess owner.github: owner.github 'chess' is not a GitHub name [owner-github]. Did you mean @chess?`,
  ],
  'one club with two owners': [
    [
      app('chess', { prod }),
      app('go', { owner: { ...owner, github: '@organisation/go' }, prod: { host: 'go.example.com' } }),
    ],
    `go owner.github: club 'Chess' is declared with owner.github '@organisation/go', another app of it says otherwise [owner-differs]. Give every app of a club the same owner.`,
  ],
  'an app without an owner': [
    [app('chess', { ...untyped({ owner: undefined }), prod })],
    `chess owner: it has no owner, or one that is not in apps/clubs.ts [owner-missing]. Write owner: clubs. and a name that apps/clubs.ts has, or add the club there.`,
  ],
  'an app without an image': [
    [app('chess', untyped({ base: { port: 8080 }, prod }))],
    `chess base.image: it has no image [image-missing]. Give a container image with its version, like image: 'ghcr.io/club/site:1.2.3'.`,
  ],
  'a port in quotes': [
    [app('chess', untyped({ base: { ...base, port: '8080' }, prod }))],
    `chess base.port: port '8080' is text, not a number [number-quoted]. Leave out the quotes: port: 8080.`,
  ],
  'a number as a variable': [
    [app('chess', untyped({ base, prod: { ...prod, env: { LEVEL: 3 } } }))],
    `chess prod.env.LEVEL: LEVEL 3 must be text [text-unquoted]. Put it into quotes: LEVEL: '3'.`,
  ],
  'replicas in quotes': [
    [app('chess', untyped({ base, prod: { ...prod, replicas: '3' } }))],
    `chess prod.replicas: replicas '3' is text, not a number [number-quoted]. Leave out the quotes: replicas: 3.`,
  ],
  'an error thrown inside a file': [
    [
      function broken() {
        throw new Error('the moon is full');
      },
    ],
    `broken: it throws "the moon is full" [build-error]. Fix the line named, or the value it was given.`,
  ],
  'a dependency that is not on the platform': [
    [
      service('vault', {
        dependsOn: [
          function absent(platform: Platform) {
            return platform;
          },
        ],
      }),
    ],
    `vault: it depends on 'absent', which is not on the platform [dependency-missing]. Add the file of absent to main.ts.`,
  ],
  'a custom resource without its operator': [
    [
      (platform) => {
        const vault = new SystemService(platform, 'vault');
        new k8s.KubeConfigMap(vault, 'fine', { metadata: { name: 'fine' } });
        new Odd(vault);
        return vault;
      },
    ],
    `vault/odd: no service provides Odd (odd.example.com) [provider-missing]. Name the group in provides of the service that installs it.`,
  ],
  'one object made twice': [
    [
      (platform) => {
        const one = new SystemService(platform, 'one', { namespace: 'shared' });
        const two = new SystemService(platform, 'two', { namespace: 'shared', podSecurity: 'other' });
        new k8s.KubeConfigMap(one, 'map', { metadata: { name: 'settings' } });
        new k8s.KubeConfigMap(two, 'map', { metadata: { name: 'settings' } });
        return two;
      },
    ],
    `two/map: the object 'ConfigMap shared/settings on host' is already taken by test/constructs/problems/bad-input.test.ts one/map [claim-taken]. Change one of them.`,
  ],
  'two services in one namespace without saying so': [
    [service('one', { namespace: 'shared' }), service('two', { namespace: 'shared' })],
    `two/namespace shared: the object 'Namespace shared on host' is already taken by test/constructs/problems/bad-input.test.ts one/namespace shared [claim-taken]. Change one of them.`,
  ],
  'two units in one folder': [
    [
      (platform) => {
        const one = new SystemService(platform, 'chess-prod', { namespace: 'one' });
        return one;
      },
      app('chess', { prod }),
    ],
    `chess/prod/host: the folder 'host/chess-prod' is already taken by test/constructs/problems/bad-input.test.ts chess-prod [claim-taken]. Change one of them.`,
  ],
  'an object that cannot be written': [
    [
      (platform) => {
        const unit = new SystemService(platform, 'vault');
        new ApiObject(unit, 'odd', { apiVersion: 'v1', kind: 'Odd', spec: { at: new (class Odd {})() } });
        return unit;
      },
    ],
    `vault/odd: it cannot be written: Failed serializing construct at path 'vault/odd' with name 'vault-odd': Error: can't render non-simple object of type 'Odd' [object-unwritable]. Fix the value that it was given.`,
  ],
  'a chart that is no unit': [
    [(platform) => new Chart(platform, 'stray')],
    `stray: it is a Chart but no Unit, so nothing would deploy it [chart-not-unit]. Make it a SystemService or a Unit.`,
  ],
};

/** Without the line numbers, which move when a test is added. */
const stable = (lines: string[]) =>
  lines.map((line) => line.replaceAll(/([\w./-]+\.ts):\d+/g, '$1').replace(/^test\/\S+ /, ''));

describe('bad input', () => {
  it.each(Object.entries(cases))('%s', (_, [components, line]) => {
    const problems = problemsOf(testPlatform().add(...components));
    expect(stable(problems)).toContain(line);
    for (const problem of problems) expect(problem).not.toContain('\n');
  });

  it('names the file and the line', () => {
    const [problem] = problemsOf(testPlatform().add(service('Vault')));
    expect(problem).toMatch(/^test\/constructs\/problems\/bad-input\.test\.ts:\d+ Vault: /);
  });

  it('names all that is wrong in one run, each once, and nothing else', () => {
    const names = [
      'port 0',
      'a malformed quantity',
      'an image on latest',
      'half a replica',
      'an error thrown inside a file',
    ];
    const layers = names.map((name) => cases[name] as [Component[], string]);
    const apart = layers.map(([components]) => problemsOf(testPlatform().add(...components)));
    for (const problems of apart) expect(problems).toHaveLength(1);
    const spec = { ...base, port: 0, image: 'a:latest', replicas: 1.5, resources: { memory: '256MB' } };
    const platform = testPlatform().add(app('chess', { owner, base: spec, prod }), ...(layers[4]?.[0] ?? []));
    expect(problemsOf(platform)).toHaveLength(5);
  });

  it('names a wrong value beside a misspelt field', () => {
    const layer = untyped({ prod: { host: 'chess.example.org', replica: 3 } });
    expect(stable(problemsOf(testPlatform().add(app('chess', layer))))).toEqual([
      expect.stringContaining('[host-zone]'),
      `chess prod.replica: there is no field 'replica' [field-unknown]. Did you mean replicas?`,
    ]);
  });

  it('names a dependency cycle in its order', () => {
    const a: Component = (platform) => new SystemService(platform, 'a', { dependsOn: [b] });
    const b: Component = (platform) => new SystemService(platform, 'b', { dependsOn: [c] });
    const c: Component = (platform) => new SystemService(platform, 'c', { dependsOn: [a] });
    expect(stable(problemsOf(testPlatform().add(a, b, c)))).toEqual([
      'a: dependencies form a cycle: a → b → c → a [dependency-cycle]. Remove one of these dependencies.',
    ]);
  });

  it('names a service that is switched off and needed', () => {
    const off: Component = (platform) => new SystemService(platform, 'off', { enabled: false });
    const on: Component = (platform) => new SystemService(platform, 'on', { dependsOn: [off] });
    expect(stable(problemsOf(testPlatform().add(off, on)))).toEqual([
      `on: it depends on 'off', which is switched off [dependency-off]. Switch that on, or this off as well.`,
    ]);
  });

  it('names a namespace that is made too late for a unit that lands in it', () => {
    const maker: Component = (platform) => new SystemService(platform, 'maker');
    const user: Component = (platform) => {
      const unit = new SystemService(platform, 'user', { namespace: 'maker', podSecurity: 'other' });
      new k8s.KubeConfigMap(unit, 'map', { metadata: { name: 'map' } });
      return unit;
    };
    expect(problemsOf(testPlatform().add(maker, user))).toEqual([
      expect.stringContaining(
        "user: it lands in namespace 'maker', which 'maker' does not make before it [namespace-order]. Add that to dependsOn.",
      ),
    ]);
  });

  it('names an operator that is there but not depended on', () => {
    const crds: Component = (platform) =>
      new SystemService(platform, 'crds', { provides: ['odd.example.com'] });
    const user: Component = (platform) => {
      const unit = new SystemService(platform, 'user');
      new Odd(unit);
      return unit;
    };
    expect(stable(problemsOf(testPlatform().add(crds, user)))).toEqual([
      `user/odd: Odd is provided by 'crds', which 'user' does not depend on [provider-order]. Add it to dependsOn.`,
    ]);
  });

  it('names an environment on a cluster that does not exist', () => {
    const platform = testPlatform({
      environments: { prod: 'production', staging: 'staging', sandbox: 'sandbox' },
    });
    expect(stable(problemsOf(platform.add(app('chess', { prod }))))).toContain(
      `chess/prod: environment 'prod' lives on cluster 'production', which does not exist [environment-cluster]. Did you mean prod?`,
    );
  });

  it('names a virtual cluster whose addresses do not agree', () => {
    const platform = testPlatform();
    const registration = platform.node
      .findChild('vcluster-prod')
      .node.findChild('registration') as k8s.KubeConfigMap;
    registration.addJsonPatch(JsonPatch.replace('/spec/forProvider/server', 'https://elsewhere'));
    expect(stable(problemsOf(platform))).toEqual([
      `vcluster-prod: Argo CD knows it as 'https://elsewhere', its kubeconfig as 'https://prod.vcluster-prod.svc' [construct-invalid]. Fix it where it is declared.`,
      `vcluster-prod: its certificate does not name 'elsewhere', by which Argo CD calls it [construct-invalid]. Fix it where it is declared.`,
    ]);
  });
});
