/**
 * Lists the paths of values that a chart reads, from its values.yaml:
 *
 *   npx tsx test/chart-values/extract.ts CHART VERSION VALUES.yaml [SUBCHART=VALUES.yaml …]
 *
 * A path ends in `.*` where the chart leaves a map open (`{}`), in `[]` where it takes a list, and a value that the
 * chart leaves empty (`null`, `''`) may be anything. Paths that a chart reads without naming them in values.yaml
 * are added to the list by hand, under `more`, with the template that reads them.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { paths } from './paths.js';

const [chart, version, values, ...subcharts] = process.argv.slice(2);
if (!chart || !version || !values) throw new Error('Give CHART VERSION VALUES.yaml [SUBCHART=VALUES.yaml …]');

const read = (file: string) => (load(readFileSync(file, 'utf8')) ?? {}) as object;
const found = paths(read(values));
for (const subchart of subcharts) {
  const [name = '', file = ''] = subchart.split('=');
  for (const path of paths(read(file))) found.push(`${name}.${path}`);
}
const target = fileURLToPath(new URL(`${chart}.json`, import.meta.url));
const more = existsSync(target)
  ? (JSON.parse(readFileSync(target, 'utf8')) as { more?: object }).more
  : undefined;
const list = { chart, version, paths: [...new Set(found)].sort(), ...(more && { more }) };
writeFileSync(target, `${JSON.stringify(list, null, 1)}\n`);
