import type { Manifest } from '../../../constructs/kube/manifest.js';
import type { Live } from './api.js';
import { established, settled as settledNamespace } from './apply.js';
import { Figures } from './figures.js';
import { type Cluster, startClusters } from './kubernetes.js';
import { freePorts, Programs } from './programs.js';
import { argoRollouts } from './rollouts.js';
import { tools } from './tools.js';
import { Hopeless, holds, until } from './wait.js';

/** What a Rollout was seen to have: how many pods of the new version, and how many in all, with the step it was at. */
export type Stage = `step ${number}: ${number} new of ${number}`;

/** One cluster with the real Argo Rollouts, and a Prometheus whose answers the test decides. */
export class ReleaseCluster {
  private constructor(
    private readonly programs: Programs,
    private readonly cluster: Cluster,
    readonly figures: Figures,
    private readonly metricsPort: number | undefined,
  ) {}

  static async start(name: string): Promise<ReleaseCluster> {
    const { controller, crds } = argoRollouts();
    const programs = new Programs();
    const figures = await Figures.listen();
    try {
      const cluster = (await startClusters(programs, tools(), [{ name }])).get(name) as Cluster;
      for (const crd of crds) await cluster.api.apply(crd);
      for (const crd of crds) await established(cluster.api, crd.metadata.name);
      const [metrics, health] = await freePorts(2);
      programs.start('argo-rollouts', controller, [
        `--kubeconfig=${cluster.kubeconfig}`,
        '--leader-elect=false',
        `--metricsport=${metrics}`,
        `--healthzPort=${health}`,
      ]);
      return new ReleaseCluster(programs, cluster, figures, metrics);
    } catch (error) {
      await figures.close();
      await programs.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.figures.close();
    await this.programs.stop();
  }

  /** Applies objects, in their order, into a namespace. */
  async apply(manifests: readonly Manifest[], namespace: string): Promise<void> {
    for (const manifest of manifests) {
      await this.cluster.api.apply(manifest, namespace);
      if (manifest.kind === 'Namespace') await settledNamespace(this.cluster.api, manifest.metadata.name);
    }
  }

  async list(kind: string, namespace: string, apiVersion = 'argoproj.io/v1alpha1'): Promise<Live[]> {
    const all = await this.cluster.api.list((await this.cluster.api.pathOfKind(apiVersion, kind)) as string);
    return all.filter(({ metadata }) => metadata.namespace === namespace);
  }

  /** The phase that the controller shows Prometheus of each Rollout, as `namespace/name phase`. */
  async phases(): Promise<string[]> {
    const text = await (await fetch(`http://127.0.0.1:${this.metricsPort}/metrics`)).text();
    const label = (line: string, name: string) => new RegExp(`[{,]${name}="([^"]*)"`).exec(line)?.[1];
    return text
      .split('\n')
      .filter((line) => line.startsWith('rollout_info{') && line.endsWith(' 1'))
      .map((line) => `${label(line, 'namespace')}/${label(line, 'name')} ${label(line, 'phase')}`);
  }

  /** The images of all pods of a namespace that are not on their way out. */
  async images(namespace: string): Promise<string[]> {
    const pods = await this.list('Pod', namespace, 'v1');
    return pods
      .filter(({ metadata }) => !('deletionTimestamp' in metadata))
      .map(({ spec }) => spec.containers[0].image as string)
      .sort();
  }

  /** Waits until a Rollout comes to rest in this phase with what was last asked of it; gives it, and the stages that were seen. */
  async settled(
    rollout: Manifest,
    namespace: string,
    phase: string,
  ): Promise<{ live: Live; stages: Stage[] }> {
    const path = await this.cluster.api.pathOf(rollout, namespace);
    const stages = new Set<Stage>();
    const live = await until(`Rollout ${rollout.metadata.name} is ${phase}`, async () => {
      this.programs.check();
      const seen = await this.cluster.api.get(path);
      const { status = {} } = seen;
      if (status.observedGeneration !== `${(seen.metadata as { generation?: number }).generation}`)
        return 'it was not looked at yet';
      if (status.phase === 'Paused' && status.readyReplicas === status.replicas)
        stages.add(`step ${status.currentStepIndex}: ${status.updatedReplicas} new of ${status.replicas}`);
      if (status.phase === 'Degraded' && phase !== 'Degraded') throw new Hopeless(status.message);
      return status.phase === phase ? { met: seen } : `${status.phase}: ${status.message}`;
    });
    return { live, stages: [...stages] };
  }

  /** Waits until only pods of this image are left. */
  async runsNothingBut(image: string, count: number, namespace: string): Promise<void> {
    await until(`${count} pods of ${image} are left`, async () => {
      const images = await this.images(namespace);
      return holds(images.length === count && images.every((each) => each === image), images.join(', '));
    });
  }
}

/** The same with minutes ten times as short, so that a release takes one; everything else stays as it is. */
export const hurried = <T>(data: T): T =>
  JSON.parse(JSON.stringify(data), (key, value) =>
    times.has(key)
      ? value.replace(/^(\d+)m$/, (_: string, minutes: string) => `${Number(minutes) * 6}s`)
      : value,
  );
const times = new Set(['duration', 'initialDelay', 'interval']);
