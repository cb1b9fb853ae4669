import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { toYaml } from '../../../constructs/kube/manifest.js';
import { troublesOf } from '../harness/argocd.js';
import { costOf, costsOf } from '../harness/cost.js';
import type { DistUnit } from '../harness/dist.js';
import type { RunningPlatform } from '../harness/platform.js';
import { summary } from '../harness/summary.js';
import { holds, until } from '../harness/wait.js';
import { figure, measured, more } from './ground.js';

/** What Argo CD takes for Applications more than there are, which are gone afterwards; what they made stays. */
export function growth(platform: () => RunningPlatform): void {
  it.runIf(more > 0)('Argo CD syncs Applications more than there are', async () => {
    const { programs, repository, units, host, argocd } = platform();
    const { application, objects } = units.find(({ name }) => name === 'staging-httpbin') as DistUnit;
    const paths = Array.from({ length: more }, (_, i) => `dist/grown/${i}`);
    for (const [i, path] of paths.entries()) {
      mkdirSync(join(repository.tree, path), { recursive: true });
      for (const { manifest } of objects) {
        const { kind, metadata } = manifest;
        const spec = manifest['spec'] as object | undefined;
        const grown = {
          ...manifest,
          metadata: { ...metadata, name: `grown-${i}` },
          ...(spec && { spec: { ...spec, ...(kind === 'Deployment' && { replicas: 0 }) } }),
        };
        writeFileSync(join(repository.tree, path, `${kind}.yaml`), toYaml(grown));
      }
    }
    repository.commit('more units');
    const before = costsOf(programs, measured);
    const grown = paths.map((path, i) => ({
      ...{ apiVersion: application.apiVersion, kind: application.kind },
      metadata: {
        ...{ name: `grown-${i}`, namespace: 'argocd' },
        annotations: { 'argocd.argoproj.io/manifest-generate-paths': `/${path}` },
      },
      spec: { ...application.spec, source: { ...application.spec.source, path } },
    }));
    for (const each of grown) await host.api.apply(each);
    await until(
      'all of them are Synced',
      async () => {
        const late = (await argocd.applications())
          .filter(({ metadata }) => metadata.name.startsWith('grown-'))
          .filter(
            ({ status }) => status?.sync?.status !== 'Synced' || status.operationState?.phase === 'Running',
          );
        return holds(late.length === 0, `${late.length}: ${late.slice(0, 1).map(troublesOf)}`);
      },
      500,
    );
    for (const name of measured) {
      const now = costOf(programs, name);
      summary.say(
        `${name}: ${figure(before[name].memory)} MB with ${units.length} Applications, ${figure(now.memory)} MB with ${more} more, ${figure((now.cpu - before[name].cpu) / more)} ms of CPU time for each until it was synced`,
      );
    }
    for (const each of grown) await host.api.delete(await host.api.pathOf(each));
  });
}
