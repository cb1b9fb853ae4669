import { join } from 'node:path';
import { PassedCache } from '../../rules/engine/passed-cache.js';
import { render } from '../../synth/render.js';
import { writeFolder } from '../../synth/writer.js';
import { cpuSeconds, type Synth } from './figures.js';
import { generatedPlatform } from './generated.js';

/**
 * Measures a synth of so many apps into a folder, from the start of this process on, and prints the figures. What an
 * earlier one has left in the folder is used. A third word is the version of the image of one app.
 */
const [, , apps, home = '', version] = process.argv;
const phases: Record<string, number> = {};
let since = 0;
let phase = 'start';
const began = (next: string): void => {
  const now = cpuSeconds();
  phases[phase] = now - since;
  [phase, since] = [next, now];
};

began('build');
const platform = generatedPlatform(Number(apps), version);
const { files, resources } = render(platform, { began, passed: new PassedCache(join(home, 'passed')) });
began('write');
const { added, changed, removed } = writeFolder(join(home, 'dist'), files);
began('end');

const figures: Synth = {
  resources,
  files: files.size,
  written: added.length + changed.length + removed.length,
  phases,
  cpu: since,
  wall: process.uptime(),
  memory: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(figures));
