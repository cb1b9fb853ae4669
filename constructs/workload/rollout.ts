import { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { Listener } from '../network/listener.js';
import { Platform } from '../platform/platform.js';
import type { Unit } from '../platform/unit.js';
import { errorsAnalysis } from './errors-analysis.js';

/** How a new version proves itself; beside `canary` and `blueGreen` there is the rolling update of a Deployment. */
export type ReleaseStrategy = keyof typeof strategies;

/** What is released, and how. */
export interface RolloutProps {
  readonly release: ReleaseStrategy;
  /** Its metadata; the name is also that of its Service. */
  readonly metadata: k8s.ObjectMeta & { readonly name: string };
  /** How many pods; undefined if an autoscaler says so. */
  readonly replicas: number | undefined;
  /** The labels of its pods. */
  readonly labels: Readonly<Record<string, string>>;
  readonly template: k8s.PodTemplateSpec;
  /** Where it listens. */
  readonly listener: Listener;
  /** From which share on failed requests end a release, in percent. */
  readonly errors: number;
}

const apiVersion = 'argoproj.io/v1alpha1';
/** What is made in place of a Deployment. */
export const rolloutGvk = { apiVersion, kind: 'Rollout' };
const analysisGvk = { apiVersion, kind: 'AnalysisTemplate' };

/**
 * A Deployment's place taken by a Rollout of Argo Rollouts, and the AnalysisTemplate that judges its releases. A
 * version that lets too many requests fail, or whose pods do not become ready within 10 minutes, is taken back.
 */
export class Rollout extends Construct {
  /** @param unit the unit that `scope` is part of */
  constructor(scope: Construct, unit: Unit, props: RolloutProps) {
    super(scope, 'rollout');
    const { release, metadata, listener, labels } = props;
    const { name } = metadata;
    const { cluster, destinationNamespace: namespace } = unit;
    const platform = Platform.of(this);
    for (const kind of [rolloutGvk, analysisGvk]) platform.need(unit, kind);
    // Where a Deployment was, it goes once the Rollout is there and healthy.
    unit.syncOptions.add('PruneLast=true');

    new ApiObject(this, 'steps', {
      ...rolloutGvk,
      metadata: k8s.toJson_ObjectMeta(metadata),
      spec: {
        replicas: props.replicas,
        revisionHistoryLimit: 3,
        progressDeadlineSeconds: 600,
        progressDeadlineAbort: true,
        selector: { matchLabels: labels },
        strategy: { [release]: strategies[release](name) },
        template: k8s.toJson_PodTemplateSpec(props.template),
      },
    });
    if (release === 'blueGreen') {
      new k8s.KubeService(this, 'preview', {
        metadata: { name: previewOf(name), labels },
        spec: {
          selector: labels,
          ports: [
            {
              name: listener.portName,
              port: listener.port,
              targetPort: k8s.IntOrString.fromString(listener.portName),
            },
          ],
        },
      });
    }
    new ApiObject(this, 'analysis', {
      ...analysisGvk,
      metadata: { name, labels },
      spec: errorsAnalysis(platform.props.metrics, {
        query: platform.props.ingress.failedShare(
          cluster.hostNamespace(namespace),
          cluster.hostName(name, namespace),
        ),
        limit: props.errors,
        count: release === 'blueGreen' ? 5 : undefined,
      }),
    });
  }
}

/** The Service that leads to the new version alone. */
const previewOf = (name: string): string => `${name}-preview`;

const pause = { pause: { duration: '5m' } };

const strategies = {
  /**
   * Shares are of pods: a virtual cluster's Service spreads requests over all of them evenly. One pod more than usual
   * may run, so that 20 % are 1 of 3 pods with two replicas, 1 of 4 with three; and 50 % are half of them.
   */
  canary: (name: string) => ({
    maxSurge: 1,
    maxUnavailable: 0,
    steps: [{ setWeight: 20 }, pause, { setWeight: 50 }, pause],
    analysis: { templates: [{ templateName: name }], startingStep: 1 },
  }),
  /** Nobody from outside calls the new version before all do, so it can only be judged from then on. */
  blueGreen: (name: string) => ({
    activeService: name,
    previewService: previewOf(name),
    autoPromotionEnabled: true,
    postPromotionAnalysis: { templates: [{ templateName: name }] },
  }),
};

/** The names of the strategies. */
export const releaseStrategies: readonly string[] = Object.keys(strategies);

/** Whether `name` is that of a strategy. */
export const isReleaseStrategy = (name: string | undefined): name is ReleaseStrategy =>
  name !== undefined && releaseStrategies.includes(name);
