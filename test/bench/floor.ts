import { readFileSync } from 'node:fs';
import { dump } from 'js-yaml';
import { cpuSeconds } from './figures.js';

/** Prints the objects in a file by js-yaml, as it does by itself, and tells the CPU time of that alone. */
const objects = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as { objects: unknown[] }[];
const since = cpuSeconds();
let length = 0;
for (const { objects: each } of objects)
  for (const object of each) length += dump(object, { lineWidth: -1, noRefs: true }).length;
process.stdout.write(JSON.stringify({ cpu: cpuSeconds() - since, length }));
