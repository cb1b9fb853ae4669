import type { IConstruct } from 'constructs';
import type { App } from '../app/app.js';
import { buildParts } from '../app/parts.js';
import { programResources } from '../app/program.js';
import type { AppLayer, AppSpec, ServiceSpec } from '../app/spec.js';
import { AppEnvironment } from '../environment/app-environment.js';
import { Platform } from '../platform/platform.js';
import { type Fault, fault } from '../refusals/fault.js';
import type { Text } from '../refusals/text.js';
import { imageFault } from '../values/image.js';
import { Mark } from '../values/mark.js';
import { previewNamespaceProject, previewProject } from './projects.js';
import { PreviewRoom } from './room.js';

/** Previews of pull requests whose repository or image does not follow from the app's image. */
export interface PreviewSpec {
  /** The app's repository on GitHub, `organisation/name`. */
  readonly repository: string;
  /**
   * The image that the repository's workflow builds of each commit; `{sha}` stands for the commit's full name.
   * @default - the app's own image, with the commit as its tag
   */
  readonly image?: string;
}

/** The number that stands for those of pull requests, which begin with 1. */
export const standInNumber = 0;

const previews = new Mark<Preview>();

/** Whether `construct` is the preview of an app. */
export const isPreview = (construct: IConstruct): construct is Preview => previews.isOn(construct);

/** The apps of a platform that are previewed, in the order of declaration. */
export const previewsOf = (platform: Platform): Preview[] =>
  platform.node.children.flatMap((app) => app.node.children.filter(isPreview));

/**
 * What every pull request of an app's repository is tried out as: a folder in the sandbox that no Application deploys
 * as it is. An ApplicationSet (`previews.ts`) deploys it once for each pull request, under another namespace and host
 * and with another image. Reports an app with secrets, databases, volumes, a private registry or extras: code that
 * nobody reviewed gets no role at Vault and no data.
 */
export class Preview extends AppEnvironment {
  /** The namespace that each preview gets, with what may be in it. */
  readonly room: PreviewRoom;
  /** The repository's organisation and name. */
  readonly repository: { readonly owner: string; readonly name: string };
  /** The image that is replaced, without tag and digest, and the one that takes its place. */
  readonly image: { readonly from: string; readonly to: string };
  /** What all hosts of its previews lie below. */
  readonly domain: string;

  constructor(app: App<AppSpec, AppLayer>, given: true | PreviewSpec, spec: AppSpec & AppLayer) {
    const platform = Platform.of(app);
    const { previewDomain } = platform.props;
    super(app, 'sandbox', { app: app.node.id, project: previewProject(platform), isPreview: true });
    previews.put(this);
    const from = nameOf(spec.image);
    const repository = given === true ? repositoryOf(from) : given.repository;
    const to = (given === true ? undefined : given.image) ?? `${from}:{sha}`;
    const [, owner = '', name = ''] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository ?? '') ?? [];
    this.repository = { owner, name };
    this.image = { from, to };
    this.domain = `${app.node.id}.${previewDomain ?? ''}`;
    const refused = refusedParts(spec);
    platform.problems.add(app, ...faultsOf({ given, repository, owner, from, to, previewDomain, refused }));

    const programs = [spec, ...Object.values(spec.services ?? {})];
    this.room = new PreviewRoom(this, programs.map(programResources));
    if (refused.length === 0 && previewDomain) buildParts(this, previewOf(spec, this.hostOf(standInNumber)));
    const destination = { name: this.cluster.destination, namespace: `${app.node.id}-pr-*` };
    for (const project of [previewProject(platform), previewNamespaceProject(platform)])
      project.reach(destination);
  }

  /** The host of the preview of one pull request. */
  hostOf(number: number | string): string {
    return `pr-${number}.${this.domain}`;
  }
}

interface Judged {
  readonly given: true | PreviewSpec;
  readonly repository: string | undefined;
  readonly owner: string;
  readonly from: string;
  readonly to: string;
  readonly previewDomain: string | undefined;
  readonly refused: readonly Text[];
}

/** What is wrong with a preview. */
function faultsOf({ given, repository, owner, from, to, previewDomain, refused }: Judged): Fault[] {
  const field = ['preview'];
  const isDerived = given === true;
  const inspected = imageFault(to.replaceAll('{sha}', 'a'), ['preview', 'image']);
  const isSame = !/:[^/]*\{sha\}/.test(to);
  return [
    previewDomain ? [] : fault('preview-domain', {}, { field }),
    isDerived && !repository ? fault('preview-repository-unknown', { image: from }, { field }) : [],
    repository && !owner
      ? fault('repository-form', { repository }, { field: ['preview', 'repository'] })
      : [],
    inspected ??
      (isSame
        ? fault('preview-image-same', { image: to, name: nameOf(to) }, { field: ['preview', 'image'] })
        : []),
    refused.length > 0 ? fault('preview-refused', { parts: listed(refused) }, { field }) : [],
  ].flat();
}

const listed = (parts: readonly Text[]): Text => ({
  en: parts.map(({ en }) => en).join(', '),
  fr: parts.map(({ fr }) => fr).join(', '),
});

/** `ghcr.io/chess/site` of `ghcr.io/chess/site:1.0.0@sha256:…` */
const nameOf = (image: string): string => image.replace(/@.*$/, '').replace(/:[^/]*$/, '');

/** GitHub's registry calls images after their repositories, if nobody says otherwise. */
const repositoryOf = (image: string): string | undefined => /^ghcr\.io\/([^/]+\/[^/]+)/.exec(image)?.[1];

/** What an app has that a preview cannot have. */
function refusedParts(spec: AppSpec): Text[] {
  const programs: ServiceSpec[] = [spec, ...Object.values(spec.services ?? {})];
  const some = (key: 'secrets' | 'volumes') =>
    programs.some((each) => Object.keys(each[key] ?? {}).length > 0);
  const parts: [boolean, Text][] = [
    [some('secrets'), { en: 'secrets', fr: 'des secrets' }],
    [Object.keys(spec.databases ?? {}).length > 0, { en: 'databases', fr: 'des bases de données' }],
    [some('volumes'), { en: 'volumes', fr: 'des volumes' }],
    [spec.registry !== undefined, { en: 'a private registry', fr: 'un registre privé' }],
    [Object.keys(spec.extras ?? {}).length > 0, { en: 'extras', fr: 'des extras' }],
  ];
  return parts.flatMap(([has, part]) => (has ? [part] : []));
}

/** One pod of each program, that sends nothing to the platform; what runs by the clock does not run. */
function previewOf(
  { jobs: _, slo: __, watch: ___, ...spec }: AppSpec & AppLayer,
  host: string,
): AppSpec & AppLayer {
  const services = Object.entries(spec.services ?? {}).map(([name, service]) => [name, alone(service)]);
  return { ...alone(spec), internal: false, host: [host], services: Object.fromEntries(services) };
}

const alone = <T extends ServiceSpec>({ autoscale: _, telemetry: __, traces: ___, ...spec }: T) => ({
  ...spec,
  replicas: 1,
});
