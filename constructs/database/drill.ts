import { restrictedContainer } from '../workload/pod.js';
import type { DumpProof } from './engines.js';

/** A database that is backed up, as a restore drill finds it in a backup of the host. */
export interface Drill {
  /** What the drill calls it, `hello-prod-postgres`: unique on the host. */
  readonly name: string;
  /** The namespace of its pod on the host. */
  readonly namespace: string;
  /** The labels of its pod and claim there. */
  readonly podLabels: Readonly<Record<string, string>>;
  /** What its claim is called there. */
  readonly claim: string;
  /** The image that reads its dump. */
  readonly image: string;
  readonly proof: DumpProof;
}

/** How old a dump may be, in days: an older one is left from a night when the dump failed. */
const freshDays = 2;

const folder = '/data';

/** What a pod runs to prove that the dump of last night is there, of last night, and whole. */
export const proofOf = ({ proof }: Drill): string => {
  const file = `${folder}/${proof.file}`;
  return `[ -s ${file} ]\n[ -n "$(find ${file} -mtime -${freshDays})" ]\n${proof.script(file)}\n`;
};

/**
 * What Velero makes of the database's pod as it restores it, a patch that replaces whole lists: the volume stays, and
 * instead of the database a script looks at it. Without its secrets, which are in no backup and would keep the pod
 * from starting, and without its account, which is not in the drill's namespace.
 */
export const modifierOf = (drill: Drill) => ({
  version: 'v1',
  resourceModifierRules: [
    {
      conditions: { groupResource: 'pods' },
      mergePatches: [{ patchData: JSON.stringify({ spec: podOf(drill) }) }],
    },
  ],
});

const podOf = (drill: Drill) => ({
  restartPolicy: 'Never',
  serviceAccountName: 'default',
  serviceAccount: 'default',
  automountServiceAccountToken: false,
  imagePullSecrets: null,
  containers: [
    {
      name: 'proof',
      image: drill.image,
      command: ['/bin/sh', '-euc', proofOf(drill)],
      resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '1', memory: '512Mi' } },
      securityContext: { ...restrictedContainer, readOnlyRootFilesystem: true },
      volumeMounts: [{ name: 'data', mountPath: folder, readOnly: true }],
    },
  ],
  volumes: [{ name: 'data', persistentVolumeClaim: { claimName: drill.claim } }],
});

/** The Restore of one database: from the newest backup of a schedule that succeeded, into another namespace. */
export const restoreOf = (drill: Drill, to: { namespace: string; schedule: string; modifiers: string }) => ({
  apiVersion: 'velero.io/v1',
  kind: 'Restore',
  metadata: { generateName: `drill-${drill.name}-` },
  spec: {
    scheduleName: to.schedule,
    includedNamespaces: [drill.namespace],
    includedResources: ['persistentvolumeclaims', 'persistentvolumes', 'pods'],
    labelSelector: { matchLabels: drill.podLabels },
    namespaceMapping: { [drill.namespace]: to.namespace },
    resourceModifier: { kind: 'ConfigMap', name: to.modifiers },
  },
});
