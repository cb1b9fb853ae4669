import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onlyHelp } from '../../constructs/terminal.js';
import { writeFolder } from '../../constructs/writer.js';
import { generatedPlatform } from './generated.js';

const sizes = [100, 300, 1000];

interface Figures {
  readonly resources: number;
  readonly build: number;
  readonly render: number;
  readonly write: number;
  readonly memory: number;
}

/** CPU time of this process, in ms. */
const cpu = () => Object.values(process.cpuUsage()).reduce((a, b) => a + b, 0) / 1000;

/** Measures one size, in a process of its own so that none warms up for another. */
function measure(apps: number): Figures {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  const marks = [cpu()];
  const platform = generatedPlatform(apps, join(outdir, 'dist'));
  marks.push(cpu());
  const { resources, files } = platform.render();
  marks.push(cpu());
  writeFolder(platform.outdir, files);
  marks.push(cpu());
  rmSync(outdir, { recursive: true });
  const [start = 0, built = 0, rendered = 0, written = 0] = marks;
  return {
    resources,
    build: built - start,
    render: rendered - built,
    write: written - rendered,
    memory: process.resourceUsage().maxRSS / 1024,
  };
}

onlyHelp(`npm run bench -- [APPS]

Measures synth of ${sizes.join(', ')} generated apps, each size in a process of its own; or of APPS.`);

const [only] = process.argv.slice(2);
if (only) process.stdout.write(JSON.stringify(measure(Number(only))));
else {
  const rows = sizes.map((apps) => {
    const file = fileURLToPath(import.meta.url);
    const child = spawnSync(process.execPath, ['--import', 'tsx', file, `${apps}`], { encoding: 'utf8' });
    if (child.status !== 0) throw new Error(child.stderr);
    return { apps, ...(JSON.parse(child.stdout) as Figures) };
  });
  const total = ({ build, render, write }: Figures) => build + render + write;
  console.log('apps × 2  resources  build  render  write  CPU ms  ms per resource  MB');
  for (const row of rows) {
    const cells = [row.apps, row.resources, row.build, row.render, row.write, total(row)].map(Math.round);
    console.log([...cells, (total(row) / row.resources).toFixed(3), Math.round(row.memory)].join('\t'));
  }
  for (const [index, row] of rows.slice(1).entries()) {
    const before = rows[index];
    if (!before) continue;
    const exponent = Math.log(total(row) / total(before)) / Math.log(row.resources / before.resources);
    console.log(`exponent of growth from ${before.apps} to ${row.apps} apps: ${exponent.toFixed(2)}`);
  }
}
