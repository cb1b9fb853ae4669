import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { terminalLanguage } from '../cli/language.js';
import { progressDone } from '../cli/terminal.js';
import { toYaml } from '../constructs/kube/manifest.js';
import type { Platform } from '../constructs/platform/platform.js';
import { SynthError } from '../constructs/problems/problems.js';
import type { Text } from '../constructs/refusals/text.js';
import { type Format, paintProblem, writeProblems } from '../rules/input/format.js';
import type { Rendered } from './rendered.js';
import type { Shard } from './shard.js';
import type { Change } from './writer.js';

/** Most changed files, or hosts, that are named; of more, only the number is told. */
const most = 12;

/** The output folder in cdk8s.yaml: the cdk8s command empties it before each synth, so that it cannot be `dist/`. */
const summaryFolder = '.synth';

/** The folder to write: what `cdk8s synth --output` names, else `dist`. */
export function outputFolder(): string {
  const asked = process.env['CDK8S_OUTDIR'];
  return asked && asked !== summaryFolder ? asked : 'dist';
}

// The cdk8s command keeps what an app prints on standard output to itself.
const print = (line: string): void => {
  progressDone();
  process.stderr.write(`${line}\n`);
};

/** Volumes outlive what they were made for: whoever removes or renames an app is told. */
const leftBehind = (removed: readonly string[]): string[] =>
  removed.flatMap((path) => {
    const [cluster, unit, file = ''] = path.split('/');
    const [, kind, name] = /^(PersistentVolumeClaim|StatefulSet)\.(.+)\.yaml$/.exec(file) ?? [];
    const what = kind === 'StatefulSet' ? `the volumes of ${name}` : `the volume ${name}`;
    return kind
      ? [`Kept on cluster ${cluster}: ${what} of ${unit}, to be deleted by hand when nobody needs it`]
      : [];
  });

const some = (names: readonly string[]): string => {
  const more = names.length > most ? [`… and ${names.length - most} more`] : [];
  return [...names.slice(0, most), ...more].join(', ') || 'none';
};

/** What was written, and where. */
export interface Written {
  readonly outdir: string;
  readonly change: Change;
  /** The part that was written. @default - everything */
  readonly shard?: Shard;
}

/** Tells in a few lines what a synth wrote; the same goes to the folder that the cdk8s command asks for. */
export function report(platform: Platform, rendered: Rendered, { outdir, change, shard }: Written): void {
  if (shard) print(`Written: ${some([...shard.parts])} alone, by PLATFORM_ONLY; the rest stays as it was`);
  const summary = {
    units: Object.fromEntries(
      platform.clusterNames.map((cluster) => [
        cluster,
        rendered.units.filter(({ unit }) => unit.cluster.clusterName === cluster).length,
      ]),
    ),
    resources: rendered.resources,
    publicHosts: platform.publicHosts.names,
    changes: change,
  };
  const units = Object.entries(summary.units).map(([cluster, count]) => `${cluster} ${count}`);
  print(
    `${outdir}/ holds ${rendered.units.length} units (${units.join(', ')}), ${rendered.resources} resources`,
  );
  print(`Public hosts (${summary.publicHosts.length}): ${some(summary.publicHosts)}`);
  for (const line of leftBehind(change.removed)) print(line);
  const marks = { '+': change.added, '~': change.changed, '-': change.removed };
  const lines = Object.entries(marks).flatMap(([mark, paths]) => paths.map((path) => `  ${mark} ${path}`));
  if (lines.length === 0) print('Nothing changed since the last synth');
  else {
    print(
      `Changed: ${change.added.length} added, ${change.changed.length} changed, ${change.removed.length} removed`,
    );
    for (const line of lines.slice(0, most)) print(line);
    if (lines.length > most) print(`  … and ${lines.length - most} more: git status tells them all`);
  }

  if (process.env['CDK8S_OUTDIR'] !== summaryFolder) return;
  mkdirSync(summaryFolder, { recursive: true });
  writeFileSync(join(summaryFolder, 'summary.yaml'), toYaml(summary));
}

/** Tells that nothing is wrong, and how much is exempt from which rule. */
export function reportClean({ resources, exemptions }: Rendered, format: Format): void {
  progressDone();
  if (format !== 'text') process.stdout.write(`${writeProblems([], format)}\n`);
  print(`${resources} resources, nothing wrong, ${exemptions.length} exemptions`);
}

const countOf = (count: number): Text => {
  const many = count === 1 ? '' : 's';
  return {
    en: `${count} problem${many}. Nothing was written.`,
    fr: `${count} problème${many}. Rien n’a été écrit.`,
  };
};

/**
 * Prints each problem on one line, or the error that nobody foresaw, and makes the process exit with 1.
 * @param format prints problems on standard output in this format instead
 */
export function reportFailure(error: unknown, format?: Format, language = terminalLanguage()): void {
  process.exitCode = 1;
  if (error instanceof SynthError) {
    progressDone();
    if (format === 'text')
      for (const problem of error.problems) console.log(paintProblem(problem, process.stdout, language));
    else if (format) process.stdout.write(`${writeProblems(error.problems, format)}\n`);
    else for (const problem of error.problems) print(paintProblem(problem, process.stderr, language));
    print(countOf(error.problems.length)[language]);
  } else {
    print(error instanceof Error ? error.message : String(error));
    print('Nothing was written.');
    if (process.env['DEBUG'] && error instanceof Error) print(error.stack ?? '');
  }
}
