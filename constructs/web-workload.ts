import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { type Resources, resourceRequirements } from './pod-size.js';
import type { Unit } from './unit.js';
import { type Volume, VolumeClaim } from './volume-claim.js';

/** User and group of a container whose image does not ask for another. */
const defaultUser = 10001;

/** What runs, and how. */
export interface WebWorkloadProps {
  /** The container image, pinned. */
  readonly image: string;
  /** The port on which it listens for HTTP. */
  readonly port: number;
  /** The path that answers 200 when it is ready. @default '/' */
  readonly probe?: string;
  /** The program to start. @default - the image's */
  readonly command?: readonly string[];
  /** The program's arguments. @default - the image's */
  readonly args?: readonly string[];
  /** Environment variables. @default - none */
  readonly env?: Readonly<Record<string, string>>;
  /** The numeric user and group it runs as. @default 10001 */
  readonly user?: number;
  /** Paths it may write to and that are empty at each start. The rest of its file system is read-only. @default - none */
  readonly scratch?: readonly string[];
  /** Volumes, by name. @default - none */
  readonly volumes?: Readonly<Record<string, Volume>>;
  /** How many pods. */
  readonly replicas: number;
  /** CPU and memory of each pod. */
  readonly resources: Resources;
  /** Labels of the pods beside the one they are selected by. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * A Deployment that satisfies Pod Security `restricted`, the Service in front of it and its ServiceAccount,
 * whose token no pod gets. Several replicas are spread over the nodes and kept by a disruption budget; one
 * with a volume is stopped before it is replaced, because only one pod at a time can mount it.
 */
export class WebWorkload extends Construct {
  /** The Service and its port. */
  readonly service: { readonly name: string; readonly port: number };

  constructor(unit: Unit, id: string, props: WebWorkloadProps) {
    super(unit, id);
    const { port, replicas } = props;
    const selector = { 'app.kubernetes.io/name': id };
    const labels = { ...selector, ...props.labels };
    const claims = Object.entries(props.volumes ?? {}).map(([name, volume]) => ({
      name,
      path: volume.mount,
      claim: new VolumeClaim(unit, `${id}-${name}`, volume).claimName,
    }));
    const scratch = (props.scratch ?? []).map((path, index) => ({ name: `scratch-${index}`, path }));
    this.service = { name: id, port };

    new k8s.KubeServiceAccount(this, 'account', {
      metadata: { name: id, labels },
      automountServiceAccountToken: false,
    });
    new k8s.KubeService(this, 'service', {
      metadata: { name: id, labels },
      spec: {
        selector,
        ports: [{ name: 'http', port, targetPort: k8s.IntOrString.fromString('http') }],
      },
    });
    new k8s.KubeDeployment(this, 'deployment', {
      metadata: { name: id, labels },
      spec: {
        replicas,
        revisionHistoryLimit: 3,
        selector: { matchLabels: selector },
        strategy:
          claims.length > 0
            ? { type: 'Recreate' }
            : {
                type: 'RollingUpdate',
                rollingUpdate: {
                  maxUnavailable: k8s.IntOrString.fromNumber(0),
                  maxSurge: k8s.IntOrString.fromNumber(1),
                },
              },
        template: {
          metadata: { labels },
          spec: {
            serviceAccountName: id,
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            securityContext: podSecurityContext(props.user ?? defaultUser),
            topologySpreadConstraints: replicas > 1 ? [spread(selector)] : undefined,
            containers: [
              {
                name: id,
                image: props.image,
                imagePullPolicy: 'IfNotPresent',
                command: props.command && [...props.command],
                args: props.args && [...props.args],
                env: ifAny(Object.entries(props.env ?? {}).map(([name, value]) => ({ name, value }))),
                ports: [{ name: 'http', containerPort: port }],
                resources: resourceRequirements(props.resources),
                securityContext: {
                  allowPrivilegeEscalation: false,
                  readOnlyRootFilesystem: true,
                  capabilities: { drop: ['ALL'] },
                },
                ...probes(props.probe ?? '/'),
                volumeMounts: ifAny(
                  [...claims, ...scratch].map(({ name, path }) => ({ name, mountPath: path })),
                ),
              },
            ],
            volumes: ifAny([
              ...claims.map(({ name, claim }) => ({ name, persistentVolumeClaim: { claimName: claim } })),
              ...scratch.map(({ name }) => ({ name, emptyDir: {} })),
            ]),
          },
        },
      },
    });
    if (replicas > 1) {
      new k8s.KubePodDisruptionBudget(this, 'budget', {
        metadata: { name: id, labels },
        spec: {
          maxUnavailable: k8s.IntOrString.fromNumber(1),
          selector: { matchLabels: selector },
          // A pod that does not work is no reason to keep its node from being drained.
          unhealthyPodEvictionPolicy: 'AlwaysAllow',
        },
      });
    }
  }
}

const ifAny = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

const podSecurityContext = (user: number): k8s.PodSecurityContext => ({
  runAsNonRoot: true,
  runAsUser: user,
  runAsGroup: user,
  fsGroup: user,
  seccompProfile: { type: 'RuntimeDefault' },
});

/** One pod a node as long as nodes last; three workers must not keep a fourth pod from starting. */
const spread = (selector: Record<string, string>): k8s.TopologySpreadConstraint => ({
  maxSkew: 1,
  topologyKey: 'kubernetes.io/hostname',
  whenUnsatisfiable: 'ScheduleAnyway',
  labelSelector: { matchLabels: selector },
});

/** Ready by the path; alive by the port alone, so that a slow page does not restart the pod; 150 s to start. */
function probes(path: string): Pick<k8s.Container, 'readinessProbe' | 'livenessProbe' | 'startupProbe'> {
  const port = k8s.IntOrString.fromString('http');
  return {
    startupProbe: { httpGet: { path, port }, periodSeconds: 5, failureThreshold: 30 },
    readinessProbe: { httpGet: { path, port }, periodSeconds: 10, timeoutSeconds: 3 },
    livenessProbe: { tcpSocket: { port }, periodSeconds: 20, timeoutSeconds: 3 },
  };
}
