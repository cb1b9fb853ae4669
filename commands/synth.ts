/** What `npx cdk8s synth` runs: writes `dist/`, and beside it what else follows from the platform. */
import { fileURLToPath } from 'node:url';
import { type ConflictedFile, conflictsIn } from '../constructs/problems/conflict.js';

/** What a synth is made from. */
const inputs = [
  'main.ts',
  'cdk8s.yaml',
  'apps',
  'cli',
  'commands',
  'constructs',
  'imports',
  'rules',
  'synth',
  'system',
];

// Looked for before anything else is loaded: what cannot be read could be any of it.
const conflicts = conflictsIn(fileURLToPath(new URL('..', import.meta.url)), inputs);
if (conflicts.length === 0) await run();
else await tell(conflicts).catch(() => tellPlainly(conflicts));

/** Tells of conflicts as of any problem. */
async function tell(found: readonly ConflictedFile[]): Promise<void> {
  const [{ SynthError }, { fault }, { reportFailure }] = await Promise.all([
    import('../constructs/problems/problems.js'),
    import('../constructs/refusals/fault.js'),
    import('../synth/report.js'),
  ]);
  const problems = found.map(({ path, line, marker }) => ({
    ...fault('conflict-marker', { marker }),
    source: `${path}:${line}`,
    path: '',
  }));
  reportFailure(new SynthError(problems));
}

/** Tells of conflicts where one of them is in what tells of problems. */
function tellPlainly(found: readonly ConflictedFile[]): void {
  for (const { path, line, marker } of found)
    print(
      `${path}:${line}: a merge has left '${marker}' there [conflict-marker]. Resolve the conflict: keep what is meant of both sides, without the marker lines.`,
    );
  print(`${found.length} problem${found.length === 1 ? '' : 's'}. Nothing was written.`);
  process.exitCode = 1;
}

// Standard output is kept by the cdk8s command.
function print(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function run(): Promise<void> {
  const [{ platform }, { synth }, { writePlatformDocs }] = await Promise.all([
    import('../main.js'),
    import('../synth/synth.js'),
    import('./docs/platform-docs.js'),
  ]);
  const done = synth(platform);
  // Elsewhere, or of a part, nothing can be said of the whole.
  if (done?.isWhole && done.outdir === 'dist')
    for (const path of writePlatformDocs(process.cwd(), platform, done.rendered)) print(`Written: ${path}`);
}
