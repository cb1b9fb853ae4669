import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { fileName, groupOf, type Manifest, toYaml } from '../constructs/kube/manifest.js';
import { isClusterScoped } from '../constructs/kube/scope.js';
import type { Platform } from '../constructs/platform/platform.js';
import { Unit } from '../constructs/platform/unit.js';
import { Claims } from '../constructs/problems/claims.js';
import { SynthError } from '../constructs/problems/problems.js';
import { fault } from '../constructs/refusals/fault.js';
import { Inventory, type Item, namespaceOf } from '../rules/engine/inventory.js';
import { isSingleObjectRule } from '../rules/engine/passed-cache.js';
import { check, type Exempted } from '../rules/engine/run.js';
import { rules as allRules } from '../rules/index.js';
import { argocdObjects, rootObjects } from './argocd-files.js';
import { capacityFaults } from './capacity.js';
import { kustomization } from './kustomization.js';
import { located } from './locate.js';
import { manifestOf } from './manifest-of.js';
import { orderBy } from './ordering.js';
import type { Rendered, RenderedUnit, RenderOptions } from './rendered.js';
import { checkStorageClasses, storageClassesIn } from './storage-classes.js';
import { checkConstructs, checkDependencies, checkNamespaces, checkProvider } from './structure.js';
import { unloadedFaults } from './unloaded.js';

/**
 * All files of `dist/` by path, from the same input always the same bytes: every unit, the Applications and projects
 * over them, the root over those. Throws a SynthError with every problem.
 */
export function render(platform: Platform, options: RenderOptions = {}): Rendered {
  options.progress?.('working out what follows from all files');
  for (const problem of options.root ? unloadedFaults(options.root) : []) platform.problems.record(problem);
  platform.complete();
  const rendered = renderUnits(platform, { rules: allRules, ...options });
  const problems = platform.problems.list();
  if (problems.length > 0) throw new SynthError(located(problems));
  return rendered;
}

type Settled = RenderOptions & Required<Pick<RenderOptions, 'rules'>>;

function renderUnits(platform: Platform, options: Settled): Rendered {
  const { rules, shard, began, progress } = options;
  began?.('resolve');
  const { problems } = platform;
  const ordering = orderBy(platform, Unit.isUnit);
  for (const cycle of ordering.cycles) {
    const names = cycle.map((construct) => construct.node.path).join(' → ');
    problems.add(cycle[0] as IConstruct, fault('dependency-cycle', { cycle: names }));
  }
  checkConstructs(platform);

  const folders = new Claims(problems, { en: 'folder', fr: 'dossier' });
  const objects = new Claims(problems, { en: 'object', fr: 'objet' });
  const storage: Storage = { known: new Set(), used: [] };
  const resolved: ResolvedUnit[] = [];
  const items: Item[] = [];
  progress?.(`rendering ${platform.units.length} units`);
  for (const unit of platform.units) {
    checkDependencies(platform, unit);
    if (!folders.claim(unit.path, unit)) continue;
    const manifests = resolveUnit(platform, unit, objects, storage, items);
    if (manifests.size > 0 || unit.charts.length > 0)
      resolved.push({ unit, wave: ordering.depths.get(unit) ?? 0, manifests });
  }

  progress?.(`checking ${items.length} objects by ${rules.length} rules`);
  checkNamespaces(platform, resolved);
  checkStorageClasses(platform, storage.known, storage.used);

  began?.('print');
  const isOurs = (at: IConstruct) => shard?.has(at) ?? true;
  const units = resolved.map((unit) => printed(unit, isOurs(unit.unit)));
  const root = rootObjects(platform);
  const files = new Map<string, string>();
  if (isOurs(platform)) files.set('root.yaml', root.map(toYaml).join('---\n'));
  for (const manifest of root) items.push(argoItem('root.yaml', manifest, platform));
  for (const { manifest, at } of argocdObjects(platform, units)) {
    const file = `argocd/${fileName(manifest)}`;
    if (isOurs(at)) files.set(file, toYaml(manifest));
    items.push(argoItem(file, manifest, at));
  }
  if (isOurs(platform)) for (const [path, content] of platform.files) files.set(path, content);
  for (const { unit, files: own } of units) {
    if (!isOurs(unit)) continue;
    for (const [name, content] of own) files.set(`${unit.path}/${name}`, content);
  }
  const resources = units.reduce((sum, unit) => sum + unit.files.size, 0);
  began?.('check');
  return { files, units, resources, exemptions: checkRules(platform, items, isOurs, options) };
}

/** An object that Argo CD reads, in its namespace on the host. */
const argoItem = (file: string, manifest: Manifest, at: IConstruct): Item => ({
  manifest,
  file,
  cluster: 'host',
  unit: 'argocd',
  namespace: manifest.metadata.namespace ?? '',
  at,
});

/** The files of a unit; without content where another shard writes them. */
const printed = ({ unit, wave, manifests }: ResolvedUnit, isOurs: boolean): RenderedUnit => ({
  unit,
  wave,
  files: new Map([...manifests].map(([name, manifest]) => [name, isOurs ? toYaml(manifest) : ''])),
});

/** Checks what is in the shard by all rules. An app that has a problem already is not told what follows from it. */
function checkRules(
  platform: Platform,
  items: readonly Item[],
  isOurs: (at: IConstruct) => boolean,
  { rules, today, passed }: Settled,
): readonly Exempted[] {
  const { problems, components, props } = platform;
  if (rules.length === 0) return [];
  const inventory = new Inventory(items);
  // What could not be built would seem to be missing elsewhere: only rules about single objects apply then, and none if
  // a cluster is missing, since apps stand on the wrong one.
  const { isIncomplete } = components;
  const hasClusters = Object.values(props.environments).every((name) => platform.clusterNames.includes(name));
  if (isIncomplete && !hasClusters) return [];
  const faults = props.workers && !isIncomplete ? capacityFaults(inventory, props.workers) : [];
  problems.add(platform, ...faults);
  const { findings, exemptions } = check(inventory, rules, {
    today,
    isApplied: isIncomplete ? isSingleObjectRule : undefined,
    passed: isIncomplete ? undefined : passed,
    isOurs: ({ at }) => isOurs(at ?? platform),
  });
  if (!isIncomplete) passed?.save();
  const told = findings.map((finding) => ({ ...finding, at: finding.item.at ?? platform }));
  const fresh = told.filter(({ at }) => !problems.has(at.node.path.split('/')[0] ?? ''));
  for (const { at, rule, what, fix } of fresh) problems.add(at, { id: rule, what, fix });
  return exemptions;
}

interface Storage {
  readonly known: Set<string>;
  readonly used: { readonly by: IConstruct; readonly storageClass: string }[];
}

interface ResolvedUnit {
  readonly unit: Unit;
  readonly wave: number;
  readonly manifests: ReadonlyMap<string, Manifest>;
}

/** The objects of a unit, by the names of their files. */
function resolveUnit(
  platform: Platform,
  unit: Unit,
  objects: Claims,
  storage: Storage,
  items: Item[],
): Map<string, Manifest> {
  const { problems } = platform;
  const manifests = new Map<string, Manifest>();
  const names = new Claims(problems, { en: 'file', fr: 'fichier' });
  const { depths } = orderBy(unit, (construct) => ApiObject.isApiObject(construct));
  const use = (by: IConstruct, data: unknown) => {
    for (const storageClass of storageClassesIn(data)) storage.used.push({ by, storageClass });
  };
  for (const { values } of unit.charts) use(unit, values);
  const write = (name: string, manifest: Manifest, at: IConstruct) => {
    manifests.set(name, manifest);
    const { clusterName: cluster } = unit.cluster;
    const namespace = namespaceOf(manifest, unit.destinationNamespace);
    items.push({ manifest, file: `${unit.path}/${name}`, cluster, unit: unit.folder, namespace, at });
  };
  for (const object of unit.apiObjects) {
    const manifest = manifestOf(object, problems);
    if (!manifest) continue;
    checkProvider(platform, unit, object, manifest);
    if (manifest.kind === 'StorageClass') storage.known.add(manifest.metadata.name);
    use(object, manifest['spec']);
    if (!objects.claim(identityOf(manifest, unit), object)) continue;
    const name = fileName(manifest);
    if (!names.claim(name, object)) continue;
    const bringsKind =
      unit.installs && platform.providerOf(groupOf(manifest), manifest.kind, unit.cluster) === unit;
    write(name, inWave(manifest, (depths.get(object) ?? 0) + (bringsKind ? 1 : 0), bringsKind), object);
  }
  if (unit.release || unit.isTemplate) {
    const manifest = kustomization(
      unit.release ?? { resources: [] },
      [...manifests.keys()],
      platform.props.mirror,
    );
    write('kustomization.yaml', { ...manifest, metadata: undefined as never }, unit);
  }
  return manifests;
}

/** `Ingress networking.k8s.io argocd/argocd on host`: what makes an object this one and no other. */
function identityOf(manifest: Manifest, unit: Unit): string {
  const { kind, metadata } = manifest;
  const group = groupOf(manifest);
  const namespace = isClusterScoped(group, kind) ? '' : (metadata.namespace ?? unit.destinationNamespace);
  const name = [namespace, metadata.name].filter(Boolean).join('/');
  return `${[kind, group, name].filter(Boolean).join(' ')} on ${unit.cluster.clusterName}`;
}

const syncOptions = 'argocd.argoproj.io/sync-options';

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
