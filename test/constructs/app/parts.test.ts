import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { ClubAppProps } from '../../../constructs/kinds/club-app.js';
import { app, base, folder, objectAt, problemsOf, render, testPlatform } from '../../platform.js';

const prod = { host: 'chess.example.com' };
const chess = (props: Partial<ClubAppProps>) => testPlatform().add(app('chess', { prod, ...props }));
// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
const at = (platform: ReturnType<typeof testPlatform>, path: string): any => objectAt(platform, path);
const untyped = (props: object) => props as Partial<ClubAppProps>;
const problems = (props: object) =>
  problemsOf(chess(untyped(props))).map((line) => line.replace(/^\S+ /, ''));

describe('an app of several services', () => {
  const services = {
    mail: { image: 'ghcr.io/chess/mail:1.0.0', port: 5000, probe: 'tcp', internet: true },
    bot: { image: 'ghcr.io/chess/bot:1.0.0' },
  };
  const platform = chess({ base: { ...base, calls: ['mail'], services } });
  const policy = (name: string) => at(platform, `host/chess-prod/NetworkPolicy.${name}.yaml`).spec;
  const pods = (name: string) => ({
    podSelector: {
      matchLabels: {
        'app.kubernetes.io/name': name,
        'vcluster.loft.sh/managed-by': 'prod',
        'vcluster.loft.sh/namespace': 'chess-prod',
      },
    },
  });

  it('lets one call another where that was said, on both sides, and nobody else', () => {
    const port = [{ port: 5000, protocol: 'TCP' }];
    expect(policy('chess-prod').egress).toContainEqual({ to: [pods('mail')], ports: port });
    expect(policy('chess-prod-mail').ingress).toEqual([{ from: [pods('chess')], ports: port }]);
    expect(policy('chess-prod-bot').ingress).toBeUndefined();
    expect(policy('chess-prod-bot').egress).toHaveLength(1);
  });

  it('tells its workloads apart by a label that keeps its name on the host', () => {
    const [{ helm }] = at(platform, 'argocd/Application.host-vcluster-prod.yaml').spec.sources;
    expect(helm.valuesObject.syncer.extraArgs).toContain('--sync-labels=app.kubernetes.io/name');
    expect(policy('chess-prod-mail').podSelector).toEqual(pods('mail').podSelector);
  });

  it('has no Service and no probe where nobody calls', () => {
    const paths = [...render(platform).files.keys()];
    expect(paths).toContain('prod/chess/Service.mail.yaml');
    expect(paths).not.toContain('prod/chess/Service.bot.yaml');
    const [container] = at(platform, 'prod/chess/Deployment.bot.yaml').spec.template.spec.containers;
    expect([container.ports, container.readinessProbe]).toEqual([undefined, undefined]);
  });

  it('layers each of them', () => {
    const layered = chess({
      base: { ...base, services },
      prod: { ...prod, services: { mail: { replicas: 3 } } },
    });
    expect(at(layered, 'prod/chess/Deployment.mail.yaml').spec.replicas).toBe(3);
    expect(at(layered, 'prod/chess/Deployment.bot.yaml').spec.replicas).toBe(2);
  });

  it('is told of names that nothing has', () => {
    expect(problems({ base: { ...base, calls: ['mial'], services } })).toContain(
      `chess base.calls: chess calls 'mial', which is not a service of the app with a port [service-unknown]. Did you mean mail?`,
    );
    expect(problems({ base: { ...base, calls: ['bot'], services } }).join()).toContain(`chess calls 'bot'`);
    expect(problems({ base: { ...base, services: { Mail: services.mail } } }).join()).toContain(
      `the name 'Mail'`,
    );
    expect(
      problems({ base: { ...base, services: { mail: { ...services.mail, prot: 1 } } } }).join(),
    ).toContain(
      `chess base.services.mail.prot: there is no field 'prot' [field-unknown]. Did you mean port?`,
    );
  });
});

describe('a secret', () => {
  const secrets = { api: { keys: { API_KEY: 'key of the bot', API_URL: 'its address' } } };
  const command = ['node', 'server.js'];
  const platform = chess({ base: { ...base, command, args: ['-v'], secrets } });

  it('becomes, on the host, a policy, a role, and the class that fetches it', () => {
    expect(folder(platform, 'host/chess-prod')).toMatchSnapshot();
  });

  it('is read by the account under the name that the host knows it by, and by no other', () => {
    const { spec } = at(platform, 'host/chess-prod/KubernetesAuthEngineRole.chess-prod.yaml');
    expect(spec.targetServiceAccounts).toEqual(['chess-x-chess-prod-x-prod']);
    expect(spec.targetNamespaces.targetNamespaces).toEqual(['vcluster-prod']);
    expect(at(platform, 'prod/chess/ServiceAccount.chess.yaml').metadata.name).toBe('chess');
    expect(spec.policies).toEqual(['chess-prod']);
    const { policy } = at(platform, 'host/chess-prod/Policy.chess-prod.yaml').spec;
    expect(policy).toBe('path "kv/data/apps/chess/prod/api" {\n  capabilities = ["read"]\n}\n');
  });

  it('becomes variables by a Secret that the driver makes on the host, under the name that the host knows it by', () => {
    const { containers, volumes } = at(platform, 'prod/chess/Deployment.chess.yaml').spec.template.spec;
    const [{ command: start, args, env, volumeMounts }] = containers;
    expect([start, args]).toEqual([command, ['-v']]);
    expect(env).toEqual(
      ['API_KEY', 'API_URL'].map((key) => ({
        name: key,
        valueFrom: { secretKeyRef: { name: 'chess-variables', key } },
      })),
    );
    expect(volumeMounts).toContainEqual({ name: 'secrets', mountPath: '/vault/secrets', readOnly: true });
    const { csi } = volumes.find(({ name }: { name: string }) => name === 'secrets');
    const { metadata, spec } = at(platform, 'host/chess-prod/SecretProviderClass.chess-prod.yaml');
    expect(csi.volumeAttributes.secretProviderClass).toBe(metadata.name);
    expect(load(spec.parameters.objects)).toEqual([
      { objectName: 'API_KEY', secretPath: 'kv/data/apps/chess/prod/api', secretKey: 'API_KEY' },
      { objectName: 'API_URL', secretPath: 'kv/data/apps/chess/prod/api', secretKey: 'API_URL' },
    ]);
    expect(spec.secretObjects).toEqual([
      {
        secretName: 'chess-variables-x-chess-prod-x-prod',
        type: 'Opaque',
        data: [
          { objectName: 'API_KEY', key: 'API_KEY' },
          { objectName: 'API_URL', key: 'API_URL' },
        ],
      },
    ]);
  });

  it('may stay a file, be shared by environments, be made up by Vault, or lie elsewhere', () => {
    const other = chess({
      base: {
        ...base,
        secrets: {
          file: { keys: { A: 'a' }, as: 'file' },
          all: { keys: { B: 'b' }, as: 'file', shared: true },
          made: { keys: { password: 'any' }, as: 'file', generate: true, rotate: '720h' },
          token: { keys: { token: 'a token' }, as: 'file', path: 'github/token/chess' },
        },
      },
    });
    const { policy } = at(other, 'host/chess-prod/Policy.chess-prod.yaml').spec;
    expect(policy.match(/path "[^"]+"/g)).toEqual([
      'path "github/token/chess"',
      'path "kv/data/apps/chess/prod/file"',
      'path "kv/data/apps/chess/prod/made"',
      'path "kv/data/apps/chess/shared/all"',
    ]);
    const { metadata, spec } = at(other, 'host/chess-prod/RandomSecret.chess-prod-made.yaml');
    expect(spec).toMatchObject({
      path: 'kv/data/apps/chess/prod',
      name: 'made',
      secretKey: 'password',
      refreshPeriod: '720h',
    });
    expect(metadata.annotations['argocd.argoproj.io/sync-options']).toContain('Delete=false');
    const [{ command: start }] = at(other, 'prod/chess/Deployment.chess.yaml').spec.template.spec.containers;
    expect(start).toBeUndefined();
  });

  it('is listed for those who provide it, unless Vault makes it up', () => {
    const inputs = platform.units
      .flatMap((unit) => unit.inputs)
      .map(({ at: path, keys }) => [path, Object.keys(keys)]);
    expect(inputs).toEqual([['kv/data/apps/chess/prod/api', ['API_KEY', 'API_URL']]]);
  });

  it('needs keys, one of them to be made up, and only then a time after which it is made up anew', () => {
    const wrong = { none: { keys: {} }, two: { keys: { A: 'a', B: 'b' }, generate: true, as: 'file' } };
    const rotated = {
      asked: { keys: { A: 'a' }, rotate: '720h' },
      odd: { keys: { A: 'a' }, generate: true, rotate: 'monthly' },
    };
    expect(problems({ base: { ...base, command, secrets: wrong } })).toEqual([
      `chess base.secrets.none.keys: the secret 'none' has no keys [secret-without-keys]. Add keys: { KEY: 'what it is' }.`,
      `chess base.secrets.two.keys: the secret 'two' is generated and has 2 keys [secret-generated-keys]. Make it one secret for each key.`,
    ]);
    expect(problems({ base: { ...base, secrets: rotated } })).toEqual([
      `chess base.secrets.asked.rotate: the secret 'asked' is to be rotated, and Vault does not generate it [secret-rotation-given]. Add generate: true, or remove rotate.`,
      `chess base.secrets.odd.rotate: the secret 'odd' is to be rotated after 'monthly', which is not a number of hours [secret-rotation-form]. Write it like '720h'.`,
    ]);
  });
});

describe('a database', () => {
  const databases = {
    postgres: { engine: 'postgres' as const, version: '13.18', storage: '10Gi', personalData: false },
  };
  const uses = {
    postgres: { host: 'DB_HOST', port: 'DB_PORT', user: 'DB_USER', password: 'DB_PASS', database: 'DB_NAME' },
  };
  const command = ['node', 'server.js'];
  const platform = chess({ base: { ...base, command, databases, uses } });

  it('is a StatefulSet on a replicated volume, with a password that Vault makes up', () => {
    const files = folder(platform, 'prod/chess')
      .split('# ')
      .filter((file) => /^prod\/chess\/\w+\.postgres/.test(file));
    expect(files.join('# ')).toMatchSnapshot();
    expect(at(platform, 'host/chess-prod/RandomSecret.chess-prod-postgres.yaml').spec.secretKey).toBe(
      'password',
    );
  });

  it('tells its user where it is, by the variables that the user looks for', () => {
    const [{ env }] = at(platform, 'prod/chess/Deployment.chess.yaml').spec.template.spec.containers;
    const said = env.map(
      ({ name, value, valueFrom }: { name: string; value?: string; valueFrom?: object }) => [
        name,
        value ?? valueFrom,
      ],
    );
    expect(Object.fromEntries(said)).toEqual({
      DB_PASS: { secretKeyRef: { name: 'chess-variables', key: 'DB_PASS' } },
      DB_HOST: 'postgres',
      DB_PORT: '5432',
      DB_USER: 'chess',
      DB_NAME: 'chess',
    });
    const { policy } = at(platform, 'host/chess-prod/Policy.chess-prod.yaml').spec;
    expect(policy).toContain('kv/data/apps/chess/prod/postgres');
  });

  it('may be told as one URL, into which Kubernetes puts the password', () => {
    const env = (engine: 'postgres' | 'redis' | 'mongo') => {
      const db = { engine, version: '8.0.4', storage: '1Gi', personalData: false };
      const told = chess({
        base: { ...base, databases: { 'my-db': db }, uses: { 'my-db': { url: 'DB_URL' } } },
      });
      return at(told, 'prod/chess/Deployment.chess.yaml').spec.template.spec.containers[0].env;
    };
    expect(env('postgres')).toEqual([
      {
        name: 'MY_DB_PASSWORD',
        valueFrom: { secretKeyRef: { name: 'chess-variables', key: 'MY_DB_PASSWORD' } },
      },
      { name: 'DB_URL', value: 'postgresql://chess:$(MY_DB_PASSWORD)@my-db:5432/chess' },
    ]);
    expect(env('redis')[1].value).toBe('redis://:$(MY_DB_PASSWORD)@my-db:6379');
    expect(env('mongo')[1].value).toBe(
      'mongodb://chess:$(MY_DB_PASSWORD)@my-db:27017/chess?authSource=admin',
    );
  });

  it('is called by who uses it, and by nobody else', () => {
    const { ingress } = at(platform, 'host/chess-prod/NetworkPolicy.chess-prod-postgres.yaml').spec;
    expect(ingress).toHaveLength(1);
    expect(ingress[0].ports).toEqual([{ port: 5432, protocol: 'TCP' }]);
    expect(ingress[0].from[0].podSelector.matchLabels['app.kubernetes.io/name']).toBe('chess');
  });

  it.each(['postgres', 'mysql', 'mongo', 'redis'] as const)('may be %s, which runs restricted', (engine) => {
    const other = chess({
      base: { ...base, databases: { db: { engine, version: '7.2.4', storage: '1Gi', personalData: false } } },
    });
    const { spec } = at(other, 'prod/chess/StatefulSet.db.yaml').spec.template;
    expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 10001 });
    expect(spec.containers[0].image).toBe(`docker.io/library/${engine}:7.2.4`);
    expect(JSON.stringify(spec.containers[0])).toContain('/vault/secrets/password');
  });

  it('is told of what it has not', () => {
    const wrong = {
      db: { engine: 'postgre', version: 'latest', storage: '10GB', personalData: false, storge: 1 },
    };
    expect(problems({ base: { ...base, databases: wrong } })).toEqual([
      `chess base.databases.db.engine: 'postgre' is not a value of engine [field-value]. Did you mean postgres?`,
      `chess base.databases.db.storge: there is no field 'storge' [field-unknown]. Did you mean storage?`,
    ]);
    const right = { db: { engine: 'postgres', version: 'latest', storage: '10GB', personalData: '' } };
    expect(
      problems({ base: { ...base, databases: right } as never }).map((line) => line.replace(/:.*\[/, ' [')),
    ).toEqual([
      "chess base.databases.db.personalData [personal-data-unsaid]. Add personalData: false, or the reason why there are: personalData: 'names of the members, …'.",
      `chess base.databases.db.storage [quantity-form]. Write it like '10Gi'.`,
      `chess base.databases.db.version [image-floating]. Pin a version: 'docker.io/library/postgres:1.2.3' or 'docker.io/library/postgres@sha256:…'.`,
    ]);
    expect(problems({ base: { ...base, command, uses } }).join()).toContain(
      `chess uses the database 'postgres', which the app does not have`,
    );
  });
});

describe('a job', () => {
  const jobs = { report: { image: 'ghcr.io/chess/report:1.0.0', schedule: '0 3 * * *', calls: ['chess'] } };
  const platform = chess({ base: { ...base, jobs } });

  it('runs by the clock, one at a time, restricted as all others', () => {
    expect(at(platform, 'prod/chess/CronJob.report.yaml')).toMatchSnapshot();
  });

  it('may call what it says', () => {
    const { ingress } = at(platform, 'host/chess-prod/NetworkPolicy.chess-prod.yaml').spec;
    expect(JSON.stringify(ingress)).toContain('"app.kubernetes.io/name":"report"');
  });

  it('is told of a schedule that is none', () => {
    const wrong = { report: { ...jobs.report, schedule: 'daily' } };
    expect(problems({ base: { ...base, jobs: wrong } })).toEqual([
      `chess base.jobs.report.schedule: 'daily' is not a schedule [schedule-form]. Write it as cron does, like '0 3 * * *'.`,
    ]);
  });
});

describe('an app that is scaled', () => {
  const platform = chess({ base: { ...base, autoscale: { max: 4 } }, prod: { ...prod, replicas: 2 } });

  it('has an autoscaler instead of a number, a budget and a spread', () => {
    const deployment = at(platform, 'prod/chess/Deployment.chess.yaml').spec;
    expect(deployment.replicas).toBeUndefined();
    expect(deployment.template.spec.topologySpreadConstraints).toHaveLength(1);
    expect(at(platform, 'prod/chess/HorizontalPodAutoscaler.chess.yaml').spec).toMatchObject({
      minReplicas: 2,
      maxReplicas: 4,
      scaleTargetRef: { kind: 'Deployment', name: 'chess' },
    });
    expect([...render(platform).files.keys()]).toContain('prod/chess/PodDisruptionBudget.chess.yaml');
  });

  it('is told of a number that does not fit', () => {
    expect(problems({ base: { ...base, autoscale: { max: 50 } } }).join()).toContain(
      'autoscale.max 50 is out of range',
    );
  });
});

describe('paths of a host', () => {
  const services = { api: { image: 'ghcr.io/chess/api:1.0.0', port: 8000, paths: ['/api', '/admin'] } };
  const platform = chess({ base: { ...base, services } });

  it('lead to other services of the app, which the ingress controller may then call', () => {
    const [rule] = at(platform, 'prod/chess/Ingress.chess.yaml').spec.rules;
    const leads = rule.http.paths.map(
      ({ path, backend }: { path: string; backend: { service: { name: string } } }) => [
        path,
        backend.service.name,
      ],
    );
    expect(leads).toEqual([
      ['/', 'chess'],
      ['/api', 'api'],
      ['/admin', 'api'],
    ]);
    const { ingress } = at(platform, 'host/chess-prod/NetworkPolicy.chess-prod-api.yaml').spec;
    expect(JSON.stringify(ingress)).toContain('projectcontour');
  });
});

describe('an image in a private registry', () => {
  const platform = chess({
    base: {
      ...base,
      registry: 'docker-chess',
      jobs: { night: { image: base.image, schedule: '0 3 * * *' } },
    },
  });

  it('is fetched with a Secret that the host has, under the name that the host knows it by', () => {
    const { spec } = at(platform, 'host/chess-prod/VaultSecret.chess-prod-registry.yaml');
    expect(spec.output).toMatchObject({
      name: 'registry-x-chess-prod-x-prod',
      type: 'kubernetes.io/dockerconfigjson',
    });
    const deployment = at(platform, 'prod/chess/Deployment.chess.yaml').spec.template.spec;
    const job = at(platform, 'prod/chess/CronJob.night.yaml').spec.jobTemplate.spec.template.spec;
    for (const pod of [deployment, job]) expect(pod.imagePullSecrets).toEqual([{ name: 'registry' }]);
    const [input] = platform.units.flatMap(({ inputs }) => inputs);
    expect(input?.at).toBe('kv-system/default_passwords/docker-chess');
  });

  it('is fetched with no other password of the platform', () => {
    expect(problems({ base: { ...base, registry: 'grafana' } })).toEqual([
      `chess base.registry: registry 'grafana' is not a login that Vault keeps [registry-login]. Write it like 'docker' or 'docker-crabe'.`,
    ]);
  });
});

describe('a program', () => {
  const pod = (props: object) =>
    at(chess({ base: { ...base, ...props } }), 'prod/chess/Deployment.chess.yaml').spec.template.spec;

  it('may listen below 1024 without being root', () => {
    expect(pod({ port: 80 }).securityContext.sysctls).toEqual([
      { name: 'net.ipv4.ip_unprivileged_port_start', value: '0' },
    ]);
    expect(pod({}).securityContext.sysctls).toBeUndefined();
  });

  it('may call the internet where it says so, on 443 or the ports it names', () => {
    const egress = (props: object) =>
      at(chess({ base: { ...base, ...props } }), 'host/chess-prod/NetworkPolicy.chess-prod.yaml').spec.egress;
    const ports = (props: object) =>
      egress(props)
        .slice(1)
        .flatMap((rule: { ports: { port: number }[] }) => rule.ports.map(({ port }) => port));
    expect([ports({}), ports({ internet: true }), ports({ internet: [80, 443] })]).toEqual([
      [],
      [443],
      [80, 443],
    ]);
    expect(problems({ base: { ...base, internet: [0] } }).join()).toContain('port 0 is out of range');
  });

  it('may write anywhere only where it says why', () => {
    const readOnly = (props: object) => pod(props).containers[0].securityContext.readOnlyRootFilesystem;
    expect(readOnly({})).toBe(true);
    expect(readOnly({ exempt: [{ rule: 'read-only-root', reason: 'it writes beside its code' }] })).toBe(
      false,
    );
  });
});

describe('a volume of another service', () => {
  const volumes = { pictures: { mount: '/data', size: '1Gi', personalData: false } };
  const cdn = { image: base.image, port: 80, volumes: { pictures: { mount: '/html', of: 'chess' } } };
  const platform = chess({ base: { ...base, volumes, services: { cdn } } });
  const deployment = (name: string) => at(platform, `prod/chess/Deployment.${name}.yaml`).spec;

  it('is mounted to be read, by pods that are kept on one node', () => {
    const { volumes: mounted, containers } = deployment('cdn').template.spec;
    expect(mounted).toContainEqual({
      name: 'pictures',
      persistentVolumeClaim: { claimName: 'chess-pictures' },
    });
    expect(containers[0].volumeMounts).toContainEqual({
      name: 'pictures',
      mountPath: '/html',
      readOnly: true,
    });
    for (const name of ['chess', 'cdn']) {
      const { metadata, spec } = deployment(name).template;
      const [term] = spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution;
      expect(metadata.labels).toMatchObject(term.labelSelector.matchLabels);
      expect(Object.keys(term.labelSelector.matchLabels)).toEqual(['volume.cedille.club/chess-pictures']);
    }
    expect([deployment('chess').strategy.type, deployment('cdn').strategy.type]).toEqual([
      'Recreate',
      'RollingUpdate',
    ]);
  });

  it('has to be there', () => {
    const wrong = { ...cdn, volumes: { picture: { mount: '/html', of: 'chess' } } };
    expect(problems({ base: { ...base, volumes, services: { cdn: wrong } } })).toEqual([
      `chess base.services.cdn.volumes.picture.of: cdn mounts the volume 'chess/picture', which no service of the app has [volume-unknown]. Did you mean chess/pictures?`,
    ]);
  });
});
