import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFolder } from '../../constructs/writer.js';
import { cpuSeconds, type OwnFigures } from './figures.js';
import { generatedPlatform } from './generated.js';

/** Measures a synth of one size, from the start of this process on, and prints the figures. */
const apps = Number(process.argv[2]);
const phases: Record<string, number> = {};
let since = 0;
let phase = 'start';
const began = (next: string): void => {
  const now = cpuSeconds();
  phases[phase] = now - since;
  [phase, since] = [next, now];
};

const home = mkdtempSync(join(tmpdir(), 'bench-'));
began('build');
const platform = generatedPlatform(apps, join(home, 'dist'));
const { files, resources } = platform.render({ began });
began('write');
writeFolder(platform.outdir, files);
began('end');

const cpu = since;
const wall = process.uptime();
const memory = process.resourceUsage().maxRSS / 1024;
rmSync(home, { recursive: true });
const figures: OwnFigures = { apps, resources, files: files.size, phases, cpu, wall, memory };
process.stdout.write(JSON.stringify(figures));
