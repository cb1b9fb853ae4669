import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { argocdObjects, type RenderedUnit, rootObjects } from './argocd-files.js';
import { capacityFaults } from './capacity.js';
import { Inventory, type Item, namespaceOf } from './checks/inventory.js';
import { check, type Exception } from './checks/run.js';
import type { Sound } from './checks/sound.js';
import { checkConstructs, checkDependencies, checkNamespaces, checkProvider } from './checks.js';
import { Claims } from './claims.js';
import { kustomization } from './kustomization.js';
import { fileName, groupOf, type Manifest, toYaml } from './manifest.js';
import { orderBy } from './ordering.js';
import type { Platform } from './platform.js';
import type { Problems } from './problems.js';
import { isClusterScoped } from './scope.js';
import type { Shard } from './shard.js';
import { sourceOf } from './source.js';
import { checkStorageClasses, storageClassesIn } from './storage-check.js';
import { progress } from './terminal.js';
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

/** The parts of a render that take time, in order. */
export type Phase = 'resolve' | 'print' | 'check';

/** How to render, if not everything and in silence. */
export interface RenderOptions {
  /** The part that is looked at, printed and returned. @default - everything */
  readonly shard?: Shard;
  /** What is known from earlier runs. @default - nothing */
  readonly sound?: Sound;
  /** Is told when a phase begins: for measurements. */
  readonly began?: (phase: Phase) => void;
}

/** Renders every unit, then the Applications and projects over them, then the root over those. */
export function render(platform: Platform, { shard, sound, began }: RenderOptions = {}): Rendered {
  began?.('resolve');
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
  const resolved: ResolvedUnit[] = [];
  const items: Item[] = [];
  progress(`rendering ${platform.units.length} units`);
  for (const unit of platform.units) {
    checkDependencies(platform, unit);
    if (!folders.claim(unit.path, unit)) continue;
    const manifests = resolveUnit(platform, unit, objects, storage, items);
    if (manifests.size > 0 || unit.charts.length > 0)
      resolved.push({ unit, wave: ordering.depths.get(unit) ?? 0, manifests });
  }

  progress(`checking ${items.length} objects by ${platform.rules.length} rules`);
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
  if (isOurs(platform)) for (const [path, content] of platform.extraFiles) files.set(path, content);
  for (const { unit, files: own } of units) {
    if (!isOurs(unit)) continue;
    for (const [name, content] of own) files.set(`${unit.path}/${name}`, content);
  }
  const resources = units.reduce((sum, unit) => sum + unit.files.size, 0);
  began?.('check');
  return { files, units, resources, exceptions: checkRules(platform, items, isOurs, sound) };
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

/**
 * Looks at all that is ours by all rules, knowing everything. What is wrong already is not told again as what follows
 * from it.
 */
function checkRules(
  platform: Platform,
  items: readonly Item[],
  isOurs: (at: IConstruct) => boolean,
  sound?: Sound,
): readonly Exception[] {
  const { problems, components, rules } = platform;
  if (components.isIncomplete || rules.length === 0) return [];
  const inventory = new Inventory(items);
  const faults = platform.props.workers ? capacityFaults(inventory, platform.props.workers) : [];
  for (const { what, mend } of faults) problems.add(platform, what, mend);
  const today = new Date().toISOString().slice(0, 10);
  const { findings, exceptions } = check(inventory, rules, today, ({ at }) => isOurs(at ?? platform), sound);
  sound?.save();
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
  const names = new Claims(problems, 'file');
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
