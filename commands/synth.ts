/** What `npx cdk8s synth` runs: writes `dist/`, and beside it what else follows from the platform. */
import { fileURLToPath } from 'node:url';
import { conflictsIn } from '../constructs/problems/conflict.js';
import { SynthError } from '../constructs/problems/problems.js';
import { reportFailure } from '../synth/report.js';

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

// Standard output is kept by the cdk8s command.
const print = (line: string): void => void process.stderr.write(`${line}\n`);

// Looked for before anything else is loaded: what cannot be read could be any of it.
const conflicts = conflictsIn(fileURLToPath(new URL('..', import.meta.url)), inputs);
if (conflicts.length > 0) reportFailure(new SynthError(conflicts));
else await run();

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
