import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { command } from '../../cli/command-line.js';
import type { OwnFigures, Run, Synth } from './figures.js';
import { measurePeers } from './peers.js';
import { plot } from './plot.js';
import { comparison, markdown } from './table.js';

const line = command('npm run bench --', 'Measures synth here and beside others, and writes docs/bench.*')
  .option('--sizes <NUMBERS>', 'of these sizes only, as 100,300, and writes nothing')
  .option('--own', 'not beside others, and writes nothing')
  .option('--json <FILE>', 'keeps the figures')
  .option('--compare <FILES...>', 'compares the figures of two files instead')
  .parse();
const values = line.opts();

/** Where writing takes what writing takes, and not what a disk makes of it; the disk if there is no such place. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A synth in a process of its own, so that none warms up for another. */
const synth = (apps: number, home: string, version?: string): Synth => {
  const args = [
    '--single-threaded-gc',
    join(import.meta.dirname, 'start.mjs'),
    `${apps}`,
    home,
    ...(version ? [version] : []),
  ];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
};

function measureOwn(apps: number): OwnFigures {
  const home = mkdtempSync(join(memory, 'bench-'));
  try {
    const figures = { apps, ...synth(apps, home), again: synth(apps, home, '9.9.9') };
    console.error(JSON.stringify(figures)); // minutes pass until the table
    return figures;
  } finally {
    rmSync(home, { recursive: true });
  }
}

const machine = (): string => {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpu?.model.trim() ?? 'CPU'}, ${memory} GB, ${process.platform}, Node ${process.versions.node}`;
};

function measure(sizes: readonly number[], beside: boolean): Run {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  measureOwn(1); // makes the bundle
  const own = sizes.map(measureOwn);
  const peers = beside ? measurePeers(sizes) : [];
  return { date: new Date().toISOString().slice(0, 10), commit, machine: machine(), own, peers };
}

const marks = ['<!-- figures -->', '<!-- end of figures -->'] as const;

/** Puts the figures between the marks of docs/bench.md, and writes the plot beside it. */
function publish(run: Run): void {
  const docs = join(import.meta.dirname, '../../docs');
  const page = readFileSync(join(docs, 'bench.md'), 'utf8');
  const [before = '', after = ''] = [page.split(marks[0])[0], page.split(marks[1])[1]];
  writeFileSync(join(docs, 'bench.md'), `${before}${marks[0]}\n\n${markdown(run)}\n\n${marks[1]}${after}`);
  writeFileSync(join(docs, 'bench.svg'), plot(run));
  writeFileSync(join(docs, 'bench.json'), `${JSON.stringify(run, null, 2)}\n`);
}

const read = (file: string | undefined): Run => {
  if (file === undefined) return line.error('--compare takes two files. Name those of two runs with --json.');
  return JSON.parse(readFileSync(file, 'utf8'));
};

if (values.compare) console.log(comparison(read(values.compare[0]), read(values.compare[1])));
else {
  const sizes = values.sizes?.split(',').map(Number) ?? [20, 100, 300, 1000, 3000];
  const run = measure(sizes, !values.own);
  console.log(markdown(run));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(run, null, 2)}\n`);
  if (!values.sizes && !values.own) publish(run);
}
