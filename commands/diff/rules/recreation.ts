import type { Change } from '../changes.js';
import { isBelow, pathText } from '../fields.js';
import { nameOf, type Rules } from './rule.js';

// What the validation of updates of Kubernetes 1.28 refuses. Volumes have rules of their own.
const immutable: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec.selector'],
  DaemonSet: ['spec.selector'],
  ReplicaSet: ['spec.selector'],
  StatefulSet: ['spec.selector', 'spec.serviceName', 'spec.podManagementPolicy', 'spec.revisionHistoryLimit'],
  Job: ['spec.selector', 'spec.template', 'spec.completions', 'spec.completionMode', 'spec.manualSelector'],
  Service: ['spec.clusterIP', 'spec.clusterIPs'],
  RoleBinding: ['roleRef'],
  ClusterRoleBinding: ['roleRef'],
  StorageClass: ['provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode'],
  VolumeSnapshotClass: ['driver', 'parameters'],
  PersistentVolume: ['spec.csi', 'spec.local', 'spec.hostPath', 'spec.nodeAffinity', 'spec.volumeMode'],
  PriorityClass: ['value', 'preemptionPolicy'],
  IngressClass: ['spec.controller'],
  RuntimeClass: ['handler'],
  Secret: ['type'],
};

const annotation = (change: Change, name: string): string =>
  change.after?.manifest.metadata?.annotations?.[`argocd.argoproj.io/${name}`] ?? '';

/** Hooks are deleted before each sync, and by `Force=true` Argo CD replaces what Kubernetes does not change. */
const isReplaced = (change: Change): boolean =>
  annotation(change, 'hook') !== '' || annotation(change, 'sync-options').includes('Force=true');

function refused(change: Change): string[] {
  const { kind, manifest } = change.resource;
  const sealed = manifest['immutable'] === true && change.before?.manifest['immutable'] === true;
  const fields = [
    ...(immutable[kind] ?? []),
    ...(sealed && ['ConfigMap', 'Secret'].includes(kind) ? ['data', 'binaryData', 'stringData'] : []),
  ];
  return fields.filter((field) => change.fields.some((each) => isBelow(each, field)));
}

const tell = (change: Change): string[] =>
  refused(change).map((field) => `${pathText(field.split('.'))} of ${nameOf(change)} changes`);

/** Fields that Kubernetes never changes in place. */
export const recreation = {
  immutable: (change) => (isReplaced(change) ? [] : tell(change)),
  recreated: (change) => (isReplaced(change) ? tell(change) : []),
} satisfies Rules;
