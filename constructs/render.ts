import { ApiObject, App, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Application } from '../imports/application-argoproj.io.js';
import { AppProject } from '../imports/appproject-argoproj.io.js';
import { applicationOf, argocdNamespace, finalizer, syncPolicy } from './application.js';
import { kustomization } from './kustomization.js';
import { groupOf, type Manifest, toYaml } from './manifest.js';
import { orderBy } from './ordering.js';
import type { Platform } from './platform.js';
import type { Problems } from './problems.js';
import { isBuiltInGroup, isClusterScoped } from './scope.js';
import { Unit } from './unit.js';

/** Everything that a synth writes. */
export interface Rendered {
  /** Content by path below `dist/`. */
  readonly files: ReadonlyMap<string, string>;
  /** The units, in the order of their paths, each with its wave. */
  readonly units: readonly { readonly unit: Unit; readonly wave: number }[];
  /** How many Kubernetes objects the units hold. */
  readonly resources: number;
}

/** Renders every unit, then the Applications and projects over them, then the root over those. */
export function render(platform: Platform): Rendered {
  const { problems, git } = platform;
  const ordering = orderBy(platform, Unit.isUnit);
  for (const cycle of ordering.cycles) {
    const names = cycle.map((construct) => construct.node.path).join(' → ');
    problems.add(
      cycle[0] as IConstruct,
      `dependencies form a cycle: ${names}`,
      'Remove one of these dependencies',
    );
  }

  validate(platform);

  const files = new Claims(problems, 'file');
  const objects = new Claims(problems, 'object');
  const argocd = new Chart(new App(), 'argocd');
  const units = platform.node
    .findAll()
    .filter((construct): construct is Unit => Unit.isUnit(construct) && construct.enabled)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((unit) => ({ unit, wave: ordering.depths.get(unit) ?? 0 }));

  let resources = 0;
  const folders = new Claims(problems, 'folder');
  const written = units.filter(({ unit, wave }) => {
    checkDependencies(platform, unit);
    if (!folders.claim(unit.path, unit)) return false;
    const own = renderUnit(platform, unit, objects);
    if (own.size === 0 && unit.charts.length === 0) return false;
    for (const [name, content] of own) files.claim(`${unit.path}/${name}`, unit, content);
    resources += own.size;
    new Application(argocd, unit.path, applicationOf(unit, git, wave, own));
    return true;
  });

  for (const project of platform.allProjects) {
    if (!project.isUsed) continue;
    new AppProject(argocd, `project ${project.projectName}`, {
      metadata: {
        name: project.projectName,
        namespace: argocdNamespace,
        annotations: { 'argocd.argoproj.io/sync-wave': '-1' },
      },
      spec: project.spec(git.repository),
    });
  }
  for (const object of argocd.apiObjects) {
    const manifest: Manifest = object.toJson();
    files.claim(`argocd/${fileName(manifest)}`, object, toYaml(manifest));
  }
  files.claim('root.yaml', platform, rootOf(platform));
  return { files: files.contents, units: written, resources };
}

/** What constructs themselves say of their state, by `node.addValidation`. */
function validate({ node, problems }: Platform): void {
  for (const construct of node.findAll()) {
    for (const fault of faultsOf(construct)) problems.add(construct, fault, 'Mend it where it is declared');
    if (Chart.isChart(construct) && !Unit.isUnit(construct)) {
      problems.add(
        construct,
        'it is a Chart but no Unit, so nothing would deploy it',
        'Make it a SystemService or a Unit',
      );
    }
  }
}

function faultsOf(construct: IConstruct): string[] {
  try {
    return construct.node.validate();
  } catch (error) {
    return [(error as Error).message];
  }
}

/** The files of a unit, by name. */
function renderUnit(platform: Platform, unit: Unit, objects: Claims): Map<string, string> {
  const files = new Claims(platform.problems, 'file');
  const order = orderBy(unit, (construct) => ApiObject.isApiObject(construct));
  const installs = unit.charts.length > 0 || unit.release !== undefined;
  for (const object of unit.apiObjects) {
    const plain = manifestOf(object, platform.problems);
    if (!plain) continue;
    const { kind, metadata } = plain;
    const group = groupOf(plain);
    const bringsKind = installs && platform.providerOf(group) === unit;
    const manifest = inWave(plain, (order.depths.get(object) ?? 0) + (bringsKind ? 1 : 0), bringsKind);
    checkProvider(platform, unit, object, group, kind);
    const namespace = isClusterScoped(group, kind) ? '' : (metadata.namespace ?? unit.destinationNamespace);
    const identity = [kind, group, [namespace, metadata.name].filter(Boolean).join('/')]
      .filter(Boolean)
      .join(' ');
    objects.claim(`${identity} on ${unit.cluster.clusterName}`, object);
    files.claim(fileName(manifest), object, toYaml(manifest));
  }
  if (unit.release) {
    files.claim('kustomization.yaml', unit, kustomization(unit.release, [...files.contents.keys()]));
  }
  return files.contents;
}

/** An object as plain data; reports one that cannot be made so. */
function manifestOf(object: ApiObject, problems: Problems): Manifest | undefined {
  try {
    return object.toJson();
  } catch (error) {
    problems.add(
      object,
      `it cannot be written: ${(error as Error).message}`,
      'Mend the value that it was given',
    );
    return undefined;
  }
}

/**
 * Objects of one unit that wait for others of it carry Argo CD's wave themselves. One whose kind the unit's own
 * chart or release brings waits for that, and is not tried out before the kind is there.
 */
function inWave(manifest: Manifest, depth: number, bringsKind: boolean): Manifest {
  if (depth === 0) return manifest;
  const annotations: Record<string, string> = {
    ...manifest.metadata.annotations,
    'argocd.argoproj.io/sync-wave': `${depth}`,
  };
  if (bringsKind) {
    const options = annotations[syncOptions];
    annotations[syncOptions] = [options, 'SkipDryRunOnMissingResource=true'].filter(Boolean).join(',');
  }
  return { ...manifest, metadata: { ...manifest.metadata, annotations } };
}

const syncOptions = 'argocd.argoproj.io/sync-options';

/** `<Kind>.<name>.yaml`, with what a file system may refuse replaced. */
const fileName = ({ kind, metadata }: Manifest): string =>
  `${kind}.${metadata.name.replaceAll(/[^A-Za-z0-9._-]/g, '_')}.yaml`;

/** A custom resource needs its operator: on the platform, and before it. */
function checkProvider(platform: Platform, unit: Unit, object: ApiObject, group: string, kind: string): void {
  if (group === '' || isBuiltInGroup(group)) return;
  const provider = platform.providerOf(group);
  if (!provider) {
    if (platform.isIncomplete) return;
    platform.problems.add(
      object,
      `no service provides ${kind} (${group})`,
      `Name the group in provides of the service that installs it`,
    );
  } else if (provider !== unit && !unit.node.dependencies.includes(provider)) {
    platform.problems.add(
      object,
      `${kind} is provided by '${provider.node.path}', which '${unit.node.path}' does not depend on`,
      `Add it to dependsOn`,
    );
  }
}

function checkDependencies(platform: Platform, unit: Unit): void {
  for (const dependency of unit.node.dependencies) {
    if (Unit.isUnit(dependency) && !dependency.enabled) {
      platform.problems.add(
        unit,
        `it depends on '${dependency.node.path}', which is switched off`,
        'Switch that on, or this off as well',
      );
    }
  }
}

/** The one file applied by hand, once: the root's project and the root. */
function rootOf({ git }: Platform): string {
  const chart = new Chart(new App(), 'root');
  const root = { name: 'root', namespace: argocdNamespace };
  new AppProject(chart, 'project', {
    metadata: root,
    spec: {
      description: 'The app-of-apps: it may hold Applications and AppProjects, nothing else',
      sourceRepos: [git.repository],
      destinations: [{ name: 'in-cluster', namespace: argocdNamespace }],
      namespaceResourceWhitelist: ['Application', 'AppProject'].map((kind) => ({
        group: 'argoproj.io',
        kind,
      })),
    },
  });
  new Application(chart, 'application', {
    metadata: { ...root, finalizers: [finalizer] },
    spec: {
      project: 'root',
      destination: { name: 'in-cluster', namespace: argocdNamespace },
      source: { repoUrl: git.repository, targetRevision: git.revision, path: 'dist/argocd' },
      syncPolicy: syncPolicy(),
    },
  });
  return chart.apiObjects.map((object) => toYaml(object.toJson())).join('---\n');
}

/** Names that only one construct may hold: paths of files, identities of objects. */
class Claims {
  readonly contents = new Map<string, string>();
  private readonly holders = new Map<string, IConstruct>();

  constructor(
    private readonly problems: Problems,
    private readonly what: string,
  ) {}

  /**
   * Whether the name was free. A second claim is reported with both constructs' names. File systems of laptops
   * ignore case, so claims do.
   */
  claim(name: string, by: IConstruct, content = ''): boolean {
    const holder = this.holders.get(name.toLowerCase());
    if (holder) {
      this.problems.add(
        by,
        `the ${this.what} '${name}' is already made by '${holder.node.path}'`,
        'Rename one of them',
      );
      return false;
    }
    this.holders.set(name.toLowerCase(), by);
    this.contents.set(name, content);
    return true;
  }
}
