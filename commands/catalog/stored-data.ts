import { exemptPrefix, ownAnnotations } from '../../constructs/values/labels.js';
import type { Item } from '../../rules/engine/inventory.js';
import { podIn } from '../../rules/engine/pod-view.js';
import type { Backup, StoredData } from './model.js';
import { nameOf, type UnitView, walk } from './unit-view.js';

interface Claim {
  readonly storageClass?: unknown;
  readonly storageClassName?: unknown;
  readonly size?: unknown;
  readonly storage?: unknown;
  readonly resources?: { readonly requests?: { readonly storage?: unknown } };
}
interface StatefulSetSpec {
  readonly replicas?: number;
}

/** What a unit stores: the claims of its objects, and those that the values of its charts ask for. */
export function dataOf(
  view: UnitView,
  databases: ReadonlySet<string>,
  backups: readonly Backup[],
): StoredData[] {
  const own = view.items.flatMap((item) => dataOfItem(item, databases, backups));
  const charts = view.unit.charts.flatMap(({ chart, values }) =>
    claimsIn(values).map(({ path, size }) => ({
      name: [chart.name, ...path].join(' › '),
      ...(size && { size }),
      backups,
    })),
  );
  return [...own, ...charts];
}

function dataOfItem(item: Item, databases: ReadonlySet<string>, backups: readonly Backup[]): StoredData[] {
  const { manifest } = item;
  if (manifest.kind === 'StorageClass') return [];
  const { name } = manifest.metadata;
  const isClaim = manifest.kind === 'PersistentVolumeClaim';
  const isSet = manifest.kind === 'StatefulSet';
  const database = isSet && databases.has(name) ? engineOf(item) : undefined;
  const count = isSet ? (manifest['spec'] as StatefulSetSpec).replicas : undefined;
  const claims = claimsIn(manifest['spec']);
  return claims.map(({ label, size }) => ({
    name: [isClaim || database ? name : nameOf(item), claims.length > 1 && label].filter(Boolean).join(' › '),
    ...(database && { database }),
    ...(size && { size }),
    ...(count && count > 1 && { count }),
    ...personalDataOf(item),
    backups,
  }));
}

/** `postgres 17.7`, as the pod of a database says it. */
function engineOf({ manifest }: Item): string | undefined {
  const container = podIn(manifest)?.spec.containers?.[0];
  const tag = /:([^:/@]+)(?:@.*)?$/.exec(container?.image ?? '')?.[1];
  return [container?.ports?.[0]?.name, tag].filter(Boolean).join(' ') || undefined;
}

interface Found {
  /** The keys that tell one claim of a chart from another. */
  readonly path: readonly string[];
  /** The name of the claim's template, if it has one. */
  readonly label?: string;
  readonly size?: string;
}

/** Keys of values that say nothing of whose volume it is. */
const common = /^(\d+|global|spec|persistence|volumeClaimTemplates?|storage|storageSpec)$/;

/** Every object in `data` that asks for storage of a class. */
function claimsIn(data: unknown): Found[] {
  const found: Found[] = [];
  const labels = new Map<string, string>();
  walk(data, (object, keys) => {
    const { name: plain, metadata } = object as { name?: unknown; metadata?: { name?: unknown } };
    const label = metadata?.name ?? plain;
    if (typeof label === 'string') labels.set(keys.join(), label);
    const { storageClass, storageClassName, size, storage, resources } = object as Claim;
    const name = storageClass ?? storageClassName;
    if (typeof name !== 'string' || name === '' || name === '-') return;
    const amount = size ?? resources?.requests?.storage ?? storage;
    const given = labels.get(keys.slice(0, -1).join());
    found.push({
      path: keys.filter((key) => !common.test(key)),
      ...(given && { label: given }),
      ...(amount !== undefined && { size: String(amount) }),
    });
  });
  return found;
}

function personalDataOf({ manifest }: Item): Pick<StoredData, 'personalData' | 'personalDataBecause'> {
  const { annotations = {} } = manifest.metadata;
  const said = annotations[ownAnnotations.personalData];
  const because = annotations[`${exemptPrefix}personal-data`];
  return said === undefined
    ? {}
    : { personalData: said === 'true', ...(because && { personalDataBecause: because }) };
}
