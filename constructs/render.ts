import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { argocdObjects, type RenderedUnit, rootObjects } from './argocd-files.js';
import { capacityFaults } from './capacity.js';
import { Inventory, type Item, namespaceOf } from './checks/inventory.js';
import { check, type Exception } from './checks/run.js';
import { checkConstructs, checkDependencies, checkNamespaces, checkProvider } from './checks.js';
import { Claims } from './claims.js';
import { kustomization } from './kustomization.js';
import { fileName, groupOf, type Manifest, toYaml } from './manifest.js';
import { orderBy } from './ordering.js';
import type { Platform } from './platform.js';
import type { Problems } from './problems.js';
import { isClusterScoped } from './scope.js';
import { sourceOf } from './source.js';
import { checkStorageClasses, storageClassesIn } from './storage-check.js';
import { Unit } from './unit.js';

/** Everything that a synth writes. */
export interface Rendered {
  /** Content by path below `dist/`. */
  readonly files: ReadonlyMap<string, string>;
  /** The units, in the order of their paths. */
  readonly units: readonly RenderedUnit[];
  /** How many files the units hold. */
  readonly resources: number;
  /** What breaks a rule, and says why. */
  readonly exceptions: readonly Exception[];
}

/** Renders every unit, then the Applications and projects over them, then the root over those. */
export function render(platform: Platform): Rendered {
  const { problems } = platform;
  const ordering = orderBy(platform, Unit.isUnit);
  for (const cycle of ordering.cycles) {
    const names = cycle.map((construct) => construct.node.path).join(' → ');
    problems.add(
      cycle[0] as IConstruct,
      `dependencies form a cycle: ${names}`,
      'Remove one of these dependencies',
    );
  }
  checkConstructs(platform);

  const folders = new Claims(problems, 'folder');
  const objects = new Claims(problems, 'object');
  const storage: Storage = { known: new Set(), used: [] };
  const units: RenderedUnit[] = [];
  const items: Item[] = [];
  for (const unit of platform.units) {
    checkDependencies(platform, unit);
    if (!folders.claim(unit.path, unit)) continue;
    const files = renderUnit(platform, unit, objects, storage, items);
    if (files.size > 0 || unit.charts.length > 0)
      units.push({ unit, wave: ordering.depths.get(unit) ?? 0, files });
  }

  checkNamespaces(platform, units);
  checkStorageClasses(platform, storage.known, storage.used);

  const root = rootObjects(platform);
  const files = new Map([['root.yaml', root.map(toYaml).join('---\n')]]);
  for (const manifest of root) items.push(argoItem('root.yaml', manifest, platform));
  for (const { manifest, at } of argocdObjects(platform, units)) {
    const file = `argocd/${fileName(manifest)}`;
    files.set(file, toYaml(manifest));
    items.push(argoItem(file, manifest, at));
  }
  for (const [path, content] of platform.extraFiles) files.set(path, content);
  for (const { unit, files: own } of units) {
    for (const [name, content] of own) files.set(`${unit.path}/${name}`, content);
  }
  const resources = units.reduce((sum, unit) => sum + unit.files.size, 0);
  return { files, units, resources, exceptions: checkRules(platform, items) };
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

/** Looks at everything by all rules. What is wrong already is not told again as what follows from it. */
function checkRules(platform: Platform, items: readonly Item[]): readonly Exception[] {
  const { problems, components, rules } = platform;
  if (components.isIncomplete || rules.length === 0) return [];
  const inventory = new Inventory(items);
  const faults = platform.props.workers ? capacityFaults(inventory, platform.props.workers) : [];
  for (const { what, mend } of faults) problems.add(platform, what, mend);
  const { findings, exceptions } = check(inventory, rules, new Date().toISOString().slice(0, 10));
  const told = findings.map((finding) => ({ ...finding, at: finding.item.at ?? platform }));
  const fresh = told.filter(({ at }) => !problems.has(at.node.path.split('/')[0] ?? ''));
  for (const { at, rule, what, mend } of fresh) {
    problems.record({ source: sourceOf(at), path: at.node.path || 'platform', what, mend, rule });
  }
  return exceptions;
}

interface Storage {
  readonly known: Set<string>;
  readonly used: { readonly by: IConstruct; readonly storageClass: string }[];
}

/** The files of a unit, by name. */
function renderUnit(
  platform: Platform,
  unit: Unit,
  objects: Claims,
  storage: Storage,
  items: Item[],
): Map<string, string> {
  const { problems } = platform;
  const files = new Map<string, string>();
  const names = new Claims(problems, 'file');
  const { depths } = orderBy(unit, (construct) => ApiObject.isApiObject(construct));
  const use = (by: IConstruct, data: unknown) => {
    for (const storageClass of storageClassesIn(data)) storage.used.push({ by, storageClass });
  };
  for (const { values } of unit.charts) use(unit, values);
  const write = (name: string, manifest: Manifest, at: IConstruct) => {
    files.set(name, toYaml(manifest));
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
    const bringsKind = unit.installs && platform.providerOf(groupOf(manifest), manifest.kind) === unit;
    write(name, inWave(manifest, (depths.get(object) ?? 0) + (bringsKind ? 1 : 0), bringsKind), object);
  }
  if (unit.release || unit.isTemplate) {
    const manifest = kustomization(
      unit.release ?? { resources: [] },
      [...files.keys()],
      platform.props.mirror,
    );
    write('kustomization.yaml', { ...manifest, metadata: undefined as never }, unit);
  }
  return files;
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
