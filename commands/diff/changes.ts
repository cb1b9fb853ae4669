import { type FieldChange, fieldChanges } from './fields.js';
import { hostsOf } from './hosts.js';
import { withoutHash } from './noise.js';
import { type Applications, type Resource, readSide } from './resources.js';
import type { Tree } from './trees.js';

/** What becomes of one resource. */
export interface Change {
  readonly action: 'added' | 'removed' | 'changed';
  readonly before?: Resource;
  readonly after?: Resource;
  /** The resource as it will be; as it was, if it goes. */
  readonly resource: Resource;
  /** The fields that differ, if it is changed. */
  readonly fields: readonly FieldChange[];
}

/** Everything that differs, and what is deployed where on both sides. */
export interface Comparison {
  readonly changes: readonly Change[];
  readonly before: Applications;
  readonly after: Applications;
  /** The public hosts of what differs. */
  readonly hosts: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };
}

/** Compares two `dist/`. Files that say the same are not even parsed. */
export function compare(before: Tree, after: Tree): Comparison {
  const differing = new Set(
    [...before.keys(), ...after.keys()].filter((file) => before.get(file) !== after.get(file)),
  );
  const old = readSide(before, differing);
  const now = readSide(after, differing);
  const { pairs, renamed } = pair(old.resources, now.resources);
  const changes = pairs.flatMap(([was, is]) => changeOf(was, is, renamed) ?? []);
  return {
    changes: changes.sort(byPlace),
    before: old.applications,
    after: now.applications,
    hosts: { before: allHosts(old.resources), after: allHosts(now.resources) },
  };
}

const allHosts = (resources: readonly Resource[]): Set<string> =>
  new Set(resources.flatMap(({ manifest }) => [...hostsOf(manifest).keys()]));

type Pair = readonly [before: Resource | undefined, after: Resource | undefined];

/** Which resource becomes which. A ConfigMap whose name ends in a hash of what it says stays the same one. */
function pair(before: readonly Resource[], after: readonly Resource[]) {
  const now = new Map(after.map((resource) => [resource.id, resource]));
  const gone = before.filter(({ id }) => !now.has(id));
  const olds = new Map(before.map((resource) => [resource.id, resource]));
  const unnamed = new Map<string, Resource[]>();
  for (const resource of gone) {
    const key = hashedKey(resource);
    if (key) unnamed.set(key, [...(unnamed.get(key) ?? []), resource]);
  }
  const renamed = new Map<string, string>();
  const paired = new Set<Resource>();
  const pairs: Pair[] = after.map((resource) => {
    const was = olds.get(resource.id);
    if (was) return [was, resource];
    const key = hashedKey(resource);
    const candidate = key ? unnamed.get(key)?.shift() : undefined;
    if (!candidate) return [undefined, resource];
    paired.add(candidate);
    renamed.set(candidate.name, resource.name);
    return [candidate, resource];
  });
  for (const resource of gone) if (!paired.has(resource)) pairs.push([resource, undefined]);
  return { pairs, renamed };
}

const hashedKey = ({ cluster, unit, kind, namespace, name }: Resource): string | undefined => {
  const stem = kind === 'ConfigMap' ? withoutHash(name) : undefined;
  return stem && [cluster, unit, namespace, stem].join('\0');
};

function changeOf(
  before: Resource | undefined,
  after: Resource | undefined,
  renamed: ReadonlyMap<string, string>,
): Change | undefined {
  const resource = after ?? before;
  if (!resource) return undefined;
  if (!before || !after) return { action: after ? 'added' : 'removed', before, after, resource, fields: [] };
  const follows = (change: FieldChange) =>
    typeof change.before === 'string' &&
    renamed.has(change.before) &&
    renamed.get(change.before) === change.after;
  const fields = fieldChanges(before.manifest, after.manifest).filter((change) => !follows(change));
  const moved = before.cluster !== after.cluster || before.unit !== after.unit;
  return fields.length > 0 || moved ? { action: 'changed', before, after, resource, fields } : undefined;
}

const placeOf = ({ resource: { cluster, unit, kind, name, namespace, file } }: Change): string =>
  [cluster, unit, kind, name, namespace, file].join('\0');
const byPlace = (a: Change, b: Change): number => (placeOf(a) < placeOf(b) ? -1 : 1);
