import type { Api, Live } from './api.js';
import type { Applied } from './apply.js';
import { until } from './wait.js';

/** Where the pods of a kind are counted: how many it wants, and how many it has. */
const counts: Readonly<Record<string, (live: Live) => { wanted: number; made: number }>> = {
  Deployment: ({ spec, status }) => ({ wanted: spec.replicas ?? 1, made: status?.updatedReplicas ?? 0 }),
  StatefulSet: ({ spec, status }) => ({ wanted: spec.replicas ?? 1, made: status?.currentReplicas ?? 0 }),
  DaemonSet: ({ status }) => ({
    wanted: status?.desiredNumberScheduled || 1,
    made: status?.currentNumberScheduled ?? 0,
  }),
  Job: ({ spec, status }) => ({
    wanted: spec.completions ?? 1,
    made: (status?.active ?? 0) + (status?.succeeded ?? 0),
  }),
};

/** Something of ours that makes pods. */
export interface Workload {
  readonly file: string;
  readonly path: string;
  readonly api: Api;
  readonly kind: string;
}

/** The workloads among what was applied; a CronJob stands for one run of it, which is made now and not when its hour comes. */
export async function workloadsOf(
  applied: readonly Applied[],
  apis: ReadonlyMap<string, Api>,
): Promise<Workload[]> {
  const found: Workload[] = [];
  for (const { file, manifest, unit, refusal } of applied) {
    const api = apis.get(unit.cluster) as Api;
    if (refusal) continue;
    if (manifest.kind in counts) {
      found.push({ file, api, kind: manifest.kind, path: await api.pathOf(manifest, unit.namespace) });
    }
    if (manifest.kind !== 'CronJob') continue;
    const { jobTemplate } = manifest['spec'] as { jobTemplate: { metadata?: object; spec: object } };
    const run = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { ...jobTemplate.metadata, name: `${manifest.metadata.name}-now` },
      spec: jobTemplate.spec,
    };
    await api.apply(run, unit.namespace);
    found.push({ file, api, kind: 'Job', path: await api.pathOf(run, unit.namespace) });
  }
  return found;
}

/** Waits until a workload has all its pods; or tells, with the server's own words, why one was not admitted. */
export async function admitted({ file, path, api, kind }: Workload): Promise<string | undefined> {
  const [, namespace] = /namespaces\/([^/]+)\//.exec(path) ?? [];
  const name = path.slice(path.lastIndexOf('/') + 1);
  return until(
    `the pods of ${file} are admitted`,
    async () => {
      const { wanted, made } = counts[kind]?.(await api.get(path)) ?? { wanted: 1, made: 0 };
      const refusal = (await failures(api, namespace as string)).find(
        ({ of }) => of === name || of.startsWith(`${name}-`),
      );
      if (refusal) return { met: `${file}: ${refusal.message}` };
      return made >= wanted ? { met: undefined } : `${made} of ${wanted} pods`;
    },
    120,
  );
}

/** The pods that were not taken, in one namespace or in all: the events that controllers leave. */
export async function failures(api: Api, namespace?: string): Promise<{ of: string; message: string }[]> {
  const events = await api.list(`/api/v1/${namespace ? `namespaces/${namespace}/` : ''}events`);
  return events
    .filter(({ reason }) => reason === 'FailedCreate')
    .map((event) => ({ of: event['involvedObject'].name, message: event['message'] }));
}
