import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { Listener } from '../network/listener.js';
import type { Unit } from '../platform/unit.js';
import { type Exemption, exemptions } from '../values/exemption.js';
import { accountWithoutToken } from './account.js';
import type { WorkloadSpec } from './container-spec.js';
import { type PodProps, type PodVolume, podTemplate } from './pod.js';
import { Rollout, rolloutGvk } from './rollout.js';
import { VolumeClaim } from './volume-claim.js';

/** What runs, and how. */
export interface WebWorkloadProps
  extends WorkloadSpec,
    Pick<PodProps, 'resources' | 'listener' | 'files' | 'secrets' | 'annotations' | 'pullSecret'> {
  /** How many pods. */
  readonly replicas: number;
  /** Those of its volumes that another service mounts too. @default - none */
  readonly lends?: readonly string[];
  /** Labels of its pods beside its name. @default - none */
  readonly podLabels?: Readonly<Record<string, string>>;
  /** The share of failed requests, in percent, above which a release is taken back. */
  readonly errors: number;
  /** The priority class of its pods. */
  readonly priority: string;
}

/**
 * A Deployment that satisfies Pod Security `restricted`, its ServiceAccount, whose token no pod gets, and, if it
 * listens on a port, the Service in front of it. Several replicas are spread over the nodes and kept by a disruption
 * budget; one that says how it is released is a Rollout in the Deployment's place; one with a volume is stopped before
 * it is replaced, because only one pod at a time can mount it.
 */
export class WebWorkload extends Construct {
  constructor(unit: Unit, id: string, props: WebWorkloadProps) {
    super(unit, id);
    const { listener, replicas, autoscale } = props;
    const several = Math.max(replicas, autoscale?.max ?? 0) > 1;
    const selector = { 'app.kubernetes.io/name': id };
    const metadata = { name: id, labels: selector };
    const volumes = Object.entries(props.volumes ?? {}).map(([name, volume]): PodVolume => {
      const mounted = { name, path: volume.mount };
      if ('of' in volume)
        return { ...mounted, claim: `${volume.of}-${name}`, readOnly: true, noBackup: true, shared: true };
      const { claimName } = new VolumeClaim(unit, `${id}-${name}`, volume);
      const noBackup = volume.noBackup !== undefined;
      return { ...mounted, noBackup, claim: claimName, shared: props.lends?.includes(name) };
    });
    const owns = Object.values(props.volumes ?? {}).some((volume) => !('of' in volume));

    accountWithoutToken(this, 'account', metadata);
    if (listener) {
      const { port, portName } = listener;
      new k8s.KubeService(this, 'service', {
        metadata,
        spec: {
          selector,
          ports: [{ name: portName, port, targetPort: k8s.IntOrString.fromString(portName) }],
        },
      });
    }
    const template = podTemplate({
      ...props,
      name: id,
      labels: { ...selector, ...props.podLabels },
      volumes,
      probes: listener && probes(listener, props.probe ?? '/'),
      several,
    });
    const own = {
      metadata: {
        ...metadata,
        annotations: exemptions(...(owns ? oneAtATime : []), ...(props.exempt ?? [])),
      },
      // An autoscaler sets them: a number here would set them back at every sync.
      replicas: autoscale ? undefined : replicas,
      template,
    };
    const { release, errors } = props;
    const inSteps = release !== undefined && listener !== undefined;
    if (inSteps) new Rollout(this, unit, { ...own, release, labels: selector, listener, errors });
    else
      new k8s.KubeDeployment(this, 'deployment', {
        metadata: own.metadata,
        spec: {
          replicas: own.replicas,
          revisionHistoryLimit: 3,
          selector: { matchLabels: selector },
          strategy: owns ? { type: 'Recreate' } : rolling,
          template,
        },
      });
    if (autoscale) {
      new k8s.KubeHorizontalPodAutoscalerV2(this, 'autoscaler', {
        metadata,
        spec: {
          scaleTargetRef: { ...(inSteps ? rolloutGvk : deploymentGvk), name: id },
          minReplicas: replicas,
          maxReplicas: autoscale.max,
          metrics: [
            {
              type: 'Resource',
              resource: {
                name: 'cpu',
                target: { type: 'Utilization', averageUtilization: autoscale.cpu ?? 75 },
              },
            },
          ],
        },
      });
    }
    if (several) {
      new k8s.KubePodDisruptionBudget(this, 'budget', {
        metadata,
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

const deploymentGvk = { apiVersion: 'apps/v1', kind: 'Deployment' };

/** What follows from a volume of its own. */
const oneAtATime: readonly Exemption[] = ['highly-available', 'rolling-update'].map((rule) => ({
  rule,
  reason: 'one pod at a time can mount its volume',
}));

/** The new pod first, then the old one goes. */
const rolling: k8s.DeploymentStrategy = {
  type: 'RollingUpdate',
  rollingUpdate: { maxUnavailable: k8s.IntOrString.fromNumber(0), maxSurge: k8s.IntOrString.fromNumber(1) },
};

/**
 * Ready by the path; alive by the port alone, so that a slow page does not restart the pod; 150 s to start. Where the
 * port is all there is, it says when the program is ready, and a program that has ended is started again anyway.
 */
function probes({ portName }: Listener, path: string): NonNullable<PodProps['probes']> {
  const port = k8s.IntOrString.fromString(portName);
  const ready = path === 'tcp' ? { tcpSocket: { port } } : { httpGet: { path, port } };
  const alive = { tcpSocket: { port }, periodSeconds: 20, timeoutSeconds: 3 };
  return {
    startupProbe: { ...ready, periodSeconds: 5, failureThreshold: 30 },
    readinessProbe: { ...ready, periodSeconds: 10, timeoutSeconds: 3 },
    livenessProbe: path === 'tcp' ? undefined : alive,
  };
}
