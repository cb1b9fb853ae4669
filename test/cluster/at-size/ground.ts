import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Live } from '../harness/api.js';
import type { Push } from '../harness/argocd.js';
import type { DistUnit } from '../harness/dist.js';
import type { RunningPlatform } from '../harness/platform.js';
import { holds, until } from '../harness/wait.js';

/** The programs that are looked at. */
export const controller = 'argocd-application-controller';
export const repoServer = 'argocd-repo-server';
export const server = 'argocd-server';
export const measured = [controller, repoServer, server, 'redis', 'host-apiserver'] as const;

/** What the page on speed asks about: a thousand apps, in two environments, each with a part on the host. */
export const manyUnits = 4000;
/** How many Applications more the costs are measured with; none unless it is asked for, since it takes minutes. */
export const more = Number(process.env['PLATFORM_TEST_MORE'] ?? 0);

/** The folder that the root renders. */
export const root = 'dist/argocd';
export const nameOf = ({ metadata }: Live): string => metadata.name;
/** A measured figure, as the summary says it. */
export const figure = (value: number): string => value.toFixed(value < 10 ? 1 : 0);

/** The folder that a unit renders, if it has one. */
export const folderOf = ({ application: { spec } }: DistUnit): string | undefined =>
  [spec.source ?? [], spec.sources ?? []].flat().find(({ path }) => path)?.path;

/** The units that have a folder in git. */
export const inGit = ({ units }: RunningPlatform): DistUnit[] => units.filter((unit) => folderOf(unit));

/** Changes files without changing what they say, and commits: what GitHub would tell of it. */
export function touch({ units, repository }: RunningPlatform, files: readonly string[]): Push {
  const before = repository.head;
  for (const file of files) appendFileSync(join(repository.tree, file), `# touched after ${before}\n`);
  const after = repository.commit('touch');
  const { source } = units.find(({ application }) => application.spec.source?.path)?.application.spec ?? {};
  const { repoURL = '', targetRevision = '' } = source ?? {};
  return { url: repoURL, branch: targetRevision, before, after, files };
}

/** Waits until each Application has compared what runs to a commit, because it was asked to or its turn came. */
export async function allHaveSeen(platform: RunningPlatform, commit: string): Promise<void> {
  const folders = new Set(['root', ...inGit(platform).map(({ name }) => name)]);
  await until('every Application has looked at the commit', async () => {
    const late = (await platform.argocd.applications())
      .filter((application) => folders.has(nameOf(application)))
      .filter(({ status }) => ![status?.sync?.revision, ...(status?.sync?.revisions ?? [])].includes(commit));
    return holds(late.length === 0, late.map(nameOf).join(', '));
  });
}
