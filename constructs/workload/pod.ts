import type { k8s } from 'cdk8s-plus-28';
import type { Listener } from '../network/listener.js';
import { sharedVolumeLabel } from '../values/labels.js';
import { backupOfPod } from './backup.js';
import type { ContainerSpec } from './container-spec.js';
import { type Resources, resourceRequirements } from './pod-size.js';

/** User and group of a container whose image does not ask for another. */
const defaultUser = 10001;

/** Where secrets lie in a container, one file a key. */
export const secretsFolder = '/vault/secrets';

/** A volume of a pod: a claim, or one that a StatefulSet brings under this name. */
export interface PodVolume {
  readonly name: string;
  readonly path: string;
  /** The claim's name. @default - a claim template of the StatefulSet has the volume's name */
  readonly claim?: string;
  /** Whether it may only be read. @default false */
  readonly readOnly?: boolean;
  /** Whether it is left out of backups. @default false */
  readonly noBackup?: boolean;
  /** Whether pods of two services mount it: a label keeps them on one node. @default false */
  readonly shared?: boolean;
}

/** What a pod needs to have its secrets. */
export interface SecretMount {
  /** The SecretProviderClass on the host. */
  readonly className: string;
  /** The Secret that the driver makes of the keys that become variables, as the pod calls it. */
  readonly secretName: string;
  /** The keys that become variables. */
  readonly variables: readonly string[];
}

/** One container in a pod that satisfies Pod Security `restricted`. */
export interface PodProps extends ContainerSpec {
  /** The container's name, and that of the pod's ServiceAccount. */
  readonly name: string;
  readonly resources: Resources;
  /** Labels of the pod. */
  readonly labels: Readonly<Record<string, string>>;
  /** Annotations of the pod. @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
  /** The port it listens on. @default - none */
  readonly listener?: Listener;
  /** Its probes. @default - none */
  readonly probes?: Pick<k8s.Container, 'readinessProbe' | 'livenessProbe' | 'startupProbe'>;
  /** Volumes. @default - none */
  readonly volumes?: readonly PodVolume[];
  /** Small files by their paths: the ConfigMap that holds them, and each file's key in it. @default - none */
  readonly files?: { readonly configMap: string; readonly keys: Readonly<Record<string, string>> };
  /** Its secrets. @default - none */
  readonly secrets?: SecretMount;
  /** The Secret by which its image is fetched. @default - none: the image is public */
  readonly pullSecret?: string;
  /** Its priority class. @default - that of pods that name none */
  readonly priority?: string;
  /** A script that writes into a volume what a backup is to hold, run before each. @default - files are taken as they are */
  readonly dump?: string;
  /** Whether there are several such pods, which are kept on different nodes. @default false */
  readonly several?: boolean;
  /** What else the pod's spec says, for example when to restart. @default - nothing */
  readonly spec?: Partial<k8s.PodSpec>;
}

/** The template of such a pod. */
export function podTemplate(props: PodProps): k8s.PodTemplateSpec {
  const { name, labels, listener, secrets, files, prepare, volumes = [], user = defaultUser } = props;
  const resources = resourceRequirements(props.resources);
  const readOnlyRootFilesystem = !props.exempt?.some(({ rule }) => rule === 'read-only-root');
  const securityContext = { ...restrictedContainer, readOnlyRootFilesystem };
  const scratch = (props.scratch ?? []).map((path, index) => ({ name: `scratch-${index}`, path }));
  const mounts = [
    ...volumes.map(({ name: volume, path, readOnly }) => ({ name: volume, mountPath: path, readOnly })),
    ...scratch.map((volume) => ({ name: volume.name, mountPath: volume.path })),
    ...(secrets ? [{ name: 'secrets', mountPath: secretsFolder, readOnly: true }] : []),
    ...Object.entries(files?.keys ?? {}).map(([path, key]) => ({
      name: 'files',
      mountPath: path,
      subPath: key,
      readOnly: true,
    })),
  ];
  const together = Object.fromEntries(
    volumes.flatMap(({ shared, claim }) => (shared ? [[sharedVolumeLabel(`${claim}`), 'shared']] : [])),
  );
  // Nothing of these is worth keeping, and secrets are not to be in a backup.
  const left = [...(secrets ? ['secrets'] : []), ...scratch.map((volume) => volume.name)];
  const excluded = [...left, ...volumes.filter(({ noBackup }) => noBackup).map((volume) => volume.name)];
  const backup = backupOfPod(excluded, props.dump ? { container: name, script: props.dump } : undefined);
  const said = { ...props.annotations, ...backup };
  const annotations = Object.keys(said).length > 0 ? said : undefined;
  return {
    metadata: { labels: { ...labels, ...together }, annotations },
    spec: {
      serviceAccountName: name,
      priorityClassName: props.priority,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      imagePullSecrets: props.pullSecret ? [{ name: props.pullSecret }] : undefined,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: user,
        runAsGroup: user,
        fsGroup: user,
        seccompProfile: { type: 'RuntimeDefault' },
        // Without a capability, and allowed by every Pod Security level.
        sysctls:
          listener && listener.port < 1024
            ? [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }]
            : undefined,
      },
      initContainers: prepare && [
        {
          name: 'prepare',
          image: props.image,
          imagePullPolicy: 'Always',
          command: [...prepare],
          resources,
          securityContext,
          volumeMounts: volumes.map((volume) => ({
            name: volume.name,
            mountPath: `/prepare/${volume.name}`,
          })),
        },
      ],
      containers: [
        {
          name,
          image: props.image,
          // What another club's login has brought to the node is not for everyone there.
          imagePullPolicy: 'Always',
          command: props.command && [...props.command],
          args: props.args && [...props.args],
          env: ifAny([
            // First, because only what comes later may name them.
            ...(secrets ? secretVariables(secrets) : []),
            ...Object.entries(props.env ?? {}).map(([key, value]) => ({ name: key, value })),
          ]),
          ports: listener && [{ name: listener.portName, containerPort: listener.port }],
          resources,
          securityContext,
          ...props.probes,
          volumeMounts: ifAny(mounts),
        },
      ],
      volumes: ifAny([
        ...volumes.flatMap(({ name: volume, claim }) =>
          claim ? [{ name: volume, persistentVolumeClaim: { claimName: claim } }] : [],
        ),
        ...scratch.map((volume) => ({ name: volume.name, emptyDir: {} })),
        ...(secrets ? [secretsVolume(secrets)] : []),
        ...(files ? [{ name: 'files', configMap: { name: files.configMap, defaultMode: 0o555 } }] : []),
      ]),
      affinity:
        props.several || Object.keys(together).length > 0
          ? {
              podAffinity: Object.keys(together).length > 0 ? onOneNode(together) : undefined,
              podAntiAffinity: props.several ? apart(labels) : undefined,
            }
          : undefined,
      topologySpreadConstraints: props.several ? [spread(labels)] : undefined,
      ...props.spec,
    },
  };
}

/** What Pod Security `restricted` asks of a container. */
export const restrictedContainer: k8s.SecurityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
};

/** The driver makes the Secret when it mounts the volume, so that both are there before the program. */
const secretVariables = ({ secretName, variables }: SecretMount): k8s.EnvVar[] =>
  variables.map((key) => ({ name: key, valueFrom: { secretKeyRef: { name: secretName, key } } }));

const secretsVolume = ({ className }: SecretMount): k8s.Volume => ({
  name: 'secrets',
  csi: {
    driver: 'secrets-store.csi.k8s.io',
    readOnly: true,
    volumeAttributes: { secretProviderClass: className },
  },
});

/** The first pod may go anywhere, because it matches what it asks for itself; all others go where it is. */
const onOneNode = (labels: Record<string, string>): k8s.PodAffinity => ({
  requiredDuringSchedulingIgnoredDuringExecution: [
    { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: labels } },
  ],
});

/** A list, or nothing rather than an empty one. */
const ifAny = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

/** One pod a node as long as nodes last; three workers must not keep a fourth pod from starting. */
const spread = (selector: Record<string, string>): k8s.TopologySpreadConstraint => ({
  maxSkew: 1,
  topologyKey: 'kubernetes.io/hostname',
  whenUnsatisfiable: 'ScheduleAnyway',
  labelSelector: { matchLabels: selector },
});

/** The same wish in the older words, which some tools still look for. */
const apart = (selector: Record<string, string>): k8s.PodAntiAffinity => ({
  preferredDuringSchedulingIgnoredDuringExecution: [
    {
      weight: 100,
      podAffinityTerm: {
        topologyKey: 'kubernetes.io/hostname',
        labelSelector: { matchLabels: selector },
      },
    },
  ],
});
