import { podIn } from '../../../rules/engine/pod-view.js';
import type { Change, Comparison } from '../changes.js';
import { nameOf, type Rules } from './rule.js';

const holdData = new Set([
  'PersistentVolumeClaim',
  'PersistentVolume',
  'DataVolume',
  'VirtualMachine',
  'DiskPool',
  'Bucket',
  'CryptoKey',
  'KeyRing',
  'ManagedZone',
  'ClickHouseInstallation',
  'SecretEngineMount',
  'RandomSecret',
  'Secret',
  'CustomResourceDefinition',
]);

const isRemoved = ({ action }: Change): boolean => action === 'removed';

/** Whether Argo CD leaves a removed object in place, as the object or its Application says. */
function isKept({ before }: Change, comparison: Comparison): boolean {
  if (!before || before.kind === 'Application') return false;
  const options = before.manifest.metadata?.annotations?.['argocd.argoproj.io/sync-options'] ?? '';
  const says = (option: string) => options.split(',').some((each) => each.trim() === option);
  const unit = `${before.cluster}/${before.unit}`;
  const old = comparison.before.get(unit);
  const stays = comparison.after.get(unit);
  if (stays) {
    const { automated } =
      (stays.spec as { syncPolicy?: { automated?: { prune?: boolean } } }).syncPolicy ?? {};
    return says('Prune=false') || automated?.prune !== true;
  }
  const finalizers = (old?.metadata as { finalizers?: string[] } | undefined)?.finalizers ?? [];
  return says('Delete=false') || (old !== undefined && finalizers.length === 0);
}

/** The volumes that a StatefulSet leaves behind; Kubernetes deletes them only if it is told to. */
function volumesOf({ manifest }: NonNullable<Change['before']>): { names: string[]; deleted: boolean } {
  const spec = (manifest['spec'] ?? {}) as {
    volumeClaimTemplates?: { metadata?: { name?: string } }[];
    persistentVolumeClaimRetentionPolicy?: { whenDeleted?: string };
  };
  return {
    names: (spec.volumeClaimTemplates ?? []).map(({ metadata }) => metadata?.name ?? ''),
    deleted: spec.persistentVolumeClaimRetentionPolicy?.whenDeleted === 'Delete',
  };
}

const removedVolumes = (change: Change): ReturnType<typeof volumesOf> =>
  change.before?.kind === 'StatefulSet' ? volumesOf(change.before) : { names: [], deleted: false };

/** What goes, and what stays although it seems to go. */
export const deletions = {
  'namespace-deleted': (change, comparison) =>
    isRemoved(change) && change.resource.kind === 'Namespace' && !isKept(change, comparison)
      ? [`namespace ${change.resource.name} is deleted`]
      : [],

  'data-deleted': (change, comparison) => {
    if (!isRemoved(change) || isKept(change, comparison)) return [];
    const { names, deleted } = removedVolumes(change);
    if (deleted && names.length > 0)
      return [`the volumes ${names.join(', ')} of ${nameOf(change)} are deleted`];
    return holdData.has(change.resource.kind) ? [`${nameOf(change)} is deleted`] : [];
  },

  'workload-removed': (change, comparison) =>
    isRemoved(change) && podIn(change.resource.manifest) && !isKept(change, comparison)
      ? [`${nameOf(change)} is deleted`]
      : [],

  kept: (change, comparison) => {
    if (!isRemoved(change)) return [];
    if (isKept(change, comparison))
      return [`${nameOf(change)} is kept on cluster ${change.resource.cluster}`];
    const { names, deleted } = removedVolumes(change);
    return names.length > 0 && !deleted
      ? [`the volumes ${names.join(', ')} of ${nameOf(change)} are kept`]
      : [];
  },

  removed: (change, comparison) => {
    const { kind, manifest } = change.resource;
    const told = kind === 'Namespace' || kind === 'Application' || holdData.has(kind) || podIn(manifest);
    return isRemoved(change) && !told && !isKept(change, comparison) ? [`${nameOf(change)} is deleted`] : [];
  },
} satisfies Rules;
