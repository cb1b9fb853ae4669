import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, type ApiObjectProps, App, Chart, YamlOutputType } from 'cdk8s';
import { cpuSeconds } from './figures.js';
import type { Overlay } from './objects.js';

/** Builds the objects in a file as a plain cdk8s app, a chart for each overlay, and has cdk8s write it. */
const overlays = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Overlay[];
const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
const since = cpuSeconds();
const app = new App({ outdir, yamlOutputType: YamlOutputType.FILE_PER_CHART });
for (const { app: name, environment, objects } of overlays) {
  const chart = new Chart(app, `${name}-${environment}`);
  for (const [index, object] of objects.entries()) new ApiObject(chart, `${index}`, object as ApiObjectProps);
}
app.synth();
const cpu = cpuSeconds() - since;
rmSync(outdir, { recursive: true });
process.stdout.write(JSON.stringify({ cpu }));
