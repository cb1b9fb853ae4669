import type { IConstruct } from 'constructs';
import type { App } from '../app/app.js';
import { buildParts } from '../app/parts.js';
import { programResources } from '../app/program.js';
import type { AppLayer, AppSpec, ServiceSpec } from '../app/spec.js';
import { AppEnvironment } from '../environment/app-environment.js';
import { Platform } from '../platform/platform.js';
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
    const report = (what: string, mend: string) => platform.problems.add(this, `preview: ${what}`, mend);
    const from = nameOf(spec.image);
    const repository = given === true ? repositoryOf(from) : given.repository;
    const to = (given === true ? undefined : given.image) ?? `${from}:{sha}`;
    const [, owner = '', name = ''] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository ?? '') ?? [];
    this.repository = { owner, name };
    this.image = { from, to };
    this.domain = `${app.node.id}.${previewDomain ?? ''}`;

    if (!previewDomain)
      report('the platform has no domain for them', "Set 'previewDomain' in system/settings.ts");
    if (given === true && !repository) {
      report(
        `of '${from}' nobody can tell the repository`,
        "Write preview: { repository: 'organisation/name' }",
      );
    } else if (!owner) {
      report(`'${repository}' is no repository on GitHub`, `Write it like 'ClubCedille/site'`);
    }
    const fault = imageFault(to.replaceAll('{sha}', 'a'));
    if (fault) report(fault.what, fault.mend);
    else if (!/:[^/]*\{sha\}/.test(to))
      report(`image '${to}' is the same for every commit`, `Write '${nameOf(to)}:{sha}'`);
    const refused = refusals(spec);
    if (refused.length > 0) {
      report(
        `it has ${refused.join(', ')}`,
        'Remove preview: what nobody reviewed gets neither secrets nor data',
      );
    }

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

/** `ghcr.io/chess/site` of `ghcr.io/chess/site:1.0.0@sha256:…` */
const nameOf = (image: string): string => image.replace(/@.*$/, '').replace(/:[^/]*$/, '');

/** GitHub's registry calls images after their repositories, if nobody says otherwise. */
const repositoryOf = (image: string): string | undefined => /^ghcr\.io\/([^/]+\/[^/]+)/.exec(image)?.[1];

/** What an app has that a preview cannot have. */
function refusals(spec: AppSpec): string[] {
  const programs: ServiceSpec[] = [spec, ...Object.values(spec.services ?? {})];
  const some = (key: 'secrets' | 'volumes') =>
    programs.some((each) => Object.keys(each[key] ?? {}).length > 0);
  return [
    some('secrets') ? 'secrets' : undefined,
    Object.keys(spec.databases ?? {}).length > 0 ? 'databases' : undefined,
    some('volumes') ? 'volumes' : undefined,
    spec.registry === undefined ? undefined : 'a private registry',
    Object.keys(spec.extras ?? {}).length > 0 ? 'extras' : undefined,
  ].flatMap((each) => each ?? []);
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
