import { describe, expect, it } from 'vitest';
import type { ClubAppProps } from '../../../constructs/kinds/club-app.js';
import type { Component } from '../../../constructs/platform/platform.js';
import type { PlatformProps } from '../../../constructs/platform/props.js';
import { Previews } from '../../../constructs/preview/previews.js';
import { SystemService } from '../../../constructs/service/system-service.js';
import { app, base, folder, objectAt, operators, problemsOf, render, testPlatform } from '../../platform.js';

const argocd: Component = (on) => new SystemService(on, 'argocd', { provides: ['argoproj.io'] });
const previewed = (props: Partial<ClubAppProps> = {}, settings: Partial<PlatformProps> = {}) =>
  testPlatform({ previewDomain: 'sandbox.example.com', ...settings }).add(
    argocd,
    (on) => new Previews(on, 'previews', { dependsOn: [argocd, operators] }),
    app('chess', { preview: true, prod: { host: 'chess.example.com' }, ...props }),
  );
// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
const at = (path: string, props?: Partial<ClubAppProps>): any => objectAt(previewed(props), `${path}.yaml`);
const set = (props?: Partial<ClubAppProps>) => at('host/previews/ApplicationSet.previews-chess', props).spec;
const elements = () => set().generators[0].matrix.generators[1].list.elements;
const problems = (props: Partial<ClubAppProps>, settings?: Partial<PlatformProps>) =>
  problemsOf(previewed(props, settings)).map((line) => line.replace(/^\S+ /, ''));

describe('a previewed app', () => {
  it('is a folder with one pod of it, a room for it, a network policy on the host and an ApplicationSet', () => {
    const platform = previewed();
    const { files } = render(platform);
    const paths = [...files.keys()].filter((path) => /preview/.test(path)).sort();
    expect(paths).toMatchSnapshot();
    expect(folder(platform, 'host/previews')).toMatchSnapshot();
    expect(folder(platform, 'sandbox/chess-preview-room')).toMatchSnapshot();
  });

  it('is deployed by no Application as it is', () => {
    const paths = [...render(previewed()).files.keys()].filter((path) => path.startsWith('argocd/'));
    expect(paths.filter((path) => path.includes('sandbox-chess'))).toEqual([]);
  });

  it('runs once in all places, whatever it does elsewhere, with no clock and no telemetry', () => {
    const props: Partial<ClubAppProps> = {
      base: {
        ...base,
        telemetry: true,
        traces: 'node',
        replicas: 3,
        autoscale: { max: 5 },
        services: { mail: { image: 'ghcr.io/chess/mail:1.0.0', port: 5000, replicas: 2 } },
        jobs: { report: { image: 'ghcr.io/chess/report:1.0.0', schedule: '0 3 * * *' } },
        slo: { availability: 99 },
      },
    };
    const kinds = [...render(previewed(props)).files.keys()].filter((path) =>
      path.startsWith('sandbox/chess-preview/'),
    );
    expect(kinds.map((path) => path.replace('sandbox/chess-preview/', '')).sort()).toEqual([
      'Deployment.chess.yaml',
      'Deployment.mail.yaml',
      'Ingress.chess.yaml',
      'Service.chess.yaml',
      'Service.mail.yaml',
      'ServiceAccount.chess.yaml',
      'ServiceAccount.mail.yaml',
      'kustomization.yaml',
    ]);
    for (const name of ['chess', 'mail']) {
      const { spec } = at(`sandbox/chess-preview/Deployment.${name}`, props);
      expect(spec.replicas).toBe(1);
      expect(spec.template.metadata.annotations).toBeUndefined();
    }
    const egress = at('host/chess-preview/NetworkPolicy.chess-preview', props).spec.egress;
    expect(JSON.stringify(egress)).not.toContain('opentelemetry');
  });

  it('lets nothing that a stranger chooses into what is deployed', () => {
    const text = JSON.stringify(set());
    const used = [...text.matchAll(/\{\{ \.(\w+) \}\}/g)].map(([, name]) => name);
    expect(new Set(used)).toEqual(new Set(['number', 'head_sha', 'suffix', 'project', 'path']));
    expect(set().template.spec.source.targetRevision).toBe('main');
    expect(set().generators[0].matrix.generators[0].pullRequest.github.labels).toEqual(['preview']);
  });

  it('lands where its projects let it, and with kinds that they allow', () => {
    const rendered = render(previewed());
    for (const { project, path } of elements()) {
      const limits = at(`argocd/AppProject.${project}`).spec;
      expect(limits.destinations).toEqual([{ name: 'sandbox', namespace: 'chess-pr-*' }]);
      const allowed = [...limits.clusterResourceWhitelist, ...limits.namespaceResourceWhitelist].map(
        ({ kind }) => kind,
      );
      const kinds = [...rendered.files.keys()]
        .filter((file) => `dist/${file}`.startsWith(`${path}/`) && !file.endsWith('kustomization.yaml'))
        .map((file) => file.replace(/^.*\//, '').replace(/\..*$/, ''));
      expect(kinds.length).toBeGreaterThan(2);
      expect(allowed).toEqual(expect.arrayContaining(kinds));
    }
    expect(at('argocd/AppProject.previews').spec.clusterResourceWhitelist).toEqual([]);
  });

  it('is known on the host by a label that the virtual cluster copies, and is reached by Envoy alone', () => {
    const { spec } = at('host/chess-preview/NetworkPolicy.chess-preview');
    const { labels } = at('sandbox/chess-preview/Deployment.chess').spec.template.metadata;
    expect(spec.podSelector.matchLabels).toEqual({ ...labels, 'vcluster.loft.sh/managed-by': 'sandbox' });
    expect(spec.ingress.length).toBe(1);
    expect(spec.ingress[0].from[0].podSelector.matchLabels).toEqual({ app: 'envoy' });
    const { sources } = at('argocd/Application.host-vcluster-sandbox').spec;
    const { extraArgs } = sources[0].helm.valuesObject.syncer;
    for (const label of Object.keys(labels)) expect(extraArgs).toContain(`--sync-labels=${label}`);
  });

  it('gets the host by a patch of each place where the folder has the one that stands for it', () => {
    const ingress = at('sandbox/chess-preview/Ingress.chess');
    const [{ patch, target }] = set().template.spec.source.kustomize.patches;
    expect(target).toEqual({ kind: 'Ingress', name: ingress.metadata.name });
    const patched = JSON.parse(patch)
      .filter(({ op }: { op: string }) => op === 'replace')
      .map(({ path }: { path: string }) => path);
    const places: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (value === 'pr-0.chess.sandbox.example.com') places.push(path);
      else if (typeof value === 'object' && value)
        for (const [key, each] of Object.entries(value)) look(each, `${path}/${key}`);
    };
    look(ingress, '');
    expect(places.sort()).toEqual([...patched].sort());
  });

  it('has a record for all of its hosts', () => {
    const record = at('host/previews/RecordSet.any-chess-sandbox-example-com').spec.forProvider;
    expect(record.name).toBe('*.chess.sandbox.example.com.');
  });

  it('takes the image that its workflow builds', () => {
    const image = (preview: ClubAppProps['preview']) =>
      set({ preview }).template.spec.source.kustomize.images;
    expect(image(true)).toEqual(['ghcr.io/chess/site=ghcr.io/chess/site:{{ .head_sha }}']);
    const repository = 'Chess/site';
    expect(image({ repository, image: 'ghcr.io/chess/next:pr-{sha}' })).toEqual([
      'ghcr.io/chess/site=ghcr.io/chess/next:pr-{{ .head_sha }}',
    ]);
  });

  it('has room for each pod twice, and for no volume', () => {
    const { hard } = at('sandbox/chess-preview-room/ResourceQuota.preview').spec;
    expect(hard).toMatchObject({
      pods: '2',
      'requests.cpu': '200m',
      'requests.memory': '256Mi',
      persistentvolumeclaims: '0',
    });
  });

  it('goes when the app is switched off', () =>
    expect(
      [...render(previewed({ enabled: false })).files.keys()].filter((path) => /preview/.test(path)),
    ).toEqual([]));

  it('lies over what the sandbox layer says', () => {
    const props = { sandbox: { host: 'chess.sandbox.example.com', env: { LEVEL: 'debug' } } };
    const { containers } = at('sandbox/chess-preview/Deployment.chess', props).spec.template.spec;
    expect(containers[0].env).toEqual([{ name: 'LEVEL', value: 'debug' }]);
  });
});

describe('what cannot be previewed', () => {
  it.each<[string, Partial<ClubAppProps>]>([
    ['secrets', { base: { ...base, secrets: { api: { keys: { KEY: 'a key' } } } } }],
    [
      'databases',
      {
        base: {
          ...base,
          databases: { db: { engine: 'postgres', version: '17.7', storage: '1Gi', personalData: false } },
        },
      },
    ],
    [
      'volumes',
      { base: { ...base, volumes: { data: { mount: '/data', size: '1Gi', personalData: false } } } },
    ],
    ['a private registry', { base: { ...base, registry: 'docker-chess' } }],
    ['extras', { base: { ...base, extras: { nothing: () => {} } } }],
  ])('is an app with %s', (what, props) =>
    expect(problems(props)).toEqual([
      `chess preview: an app with ${what} cannot be previewed [preview-refused]. Remove preview: what nobody reviewed gets neither secrets nor data.`,
    ]),
  );

  it('is an app of which nobody knows the repository', () => {
    const image = 'docker.io/chess/site:1.0.0';
    expect(problems({ base: { ...base, image } })).toEqual([
      "chess preview: cannot derive the GitHub repository from image 'docker.io/chess/site' [preview-repository-unknown]. Write preview: { repository: 'organisation/name' }.",
    ]);
    expect(problems({ preview: { repository: 'https://github.com/chess/site' } })).toEqual([
      "chess preview.repository: repository 'https://github.com/chess/site' is not a repository on GitHub [repository-form]. Write it like 'ClubCedille/acets.etsmtl.ca'.",
    ]);
  });

  it('is an image that does not say its commit', () =>
    expect(problems({ preview: { repository: 'chess/site', image: 'ghcr.io/chess/site:next' } })).toEqual([
      "chess preview.image: image 'ghcr.io/chess/site:next' is the same for every commit [preview-image-same]. Write 'ghcr.io/chess/site:{sha}'.",
    ]));

  it('is anything on a platform without a domain for it, or with one that others manage', () => {
    expect(problems({}, { previewDomain: undefined })[0]).toContain(
      'the platform has no domain for previews [preview-domain]',
    );
    expect(problems({}, { previewDomain: 'sandbox.school.ca' })).toEqual([
      "previews: nobody makes the record '*.chess.sandbox.school.ca' [preview-record]. Set previewDomain in system/settings.ts to a domain below one that the platform manages.",
    ]);
  });
});
