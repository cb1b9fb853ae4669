import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tools } from '../cluster/harness/tools.js';
import { exponent, type PeerFigures } from './figures.js';
import { type Overlay, overlaysOf } from './objects.js';
import { writeChart, writeKustomize } from './trees.js';

/** Most calls of kustomize and of Helm that are made for one size: of more, so many are measured and scaled up. */
const mostCalls = 40;
/** Beyond this cdk8s' own synth is not run but extrapolated. */
const mostApps = 1000;

/** Measures what people would otherwise use on the same objects. */
export function measurePeers(sizes: readonly number[]): PeerFigures[] {
  const { folder } = tools();
  const figures: PeerFigures[] = [];
  const add = (figure: PeerFigures): void => {
    console.error(JSON.stringify(figure)); // minutes pass until the table
    figures.push(figure);
  };
  for (const apps of sizes) {
    const overlays = overlaysOf(apps);
    const home = mkdtempSync(join(tmpdir(), 'bench-peers-'));
    try {
      const file = join(home, 'objects.json');
      writeFileSync(file, JSON.stringify(overlays));
      add({ peer: 'js-yaml', apps, cpu: inNode('floor.ts', file) });
      if (apps <= mostApps) add({ peer: 'cdk8s', apps, cpu: inNode('plain-cdk8s.ts', file) });
      else add(extrapolated(figures, apps));
      const sample = sampleOf(overlays);
      const at = (what: string, index: number) => join(home, what, `${index}`);
      const builds = sample.flatMap((each, index) => writeKustomize(at('kustomize', index), each));
      const charts = sample.flatMap((each, index) => writeChart(at('helm', index), each));
      const scaled = (peer: string, calls: readonly string[]): PeerFigures => ({
        peer,
        apps,
        cpu: (inShell(home, calls) * overlays.length) / calls.length,
        ...(calls.length < overlays.length && {
          estimated: `${calls.length} of ${overlays.length} calls measured`,
        }),
      });
      add(
        scaled(
          'helm template',
          charts.map((each) => `${folder}/helm template ${each}`),
        ),
      );
      add(
        scaled(
          'kustomize build',
          builds.map((each) => `${folder}/kustomize build ${each}`),
        ),
      );
    } finally {
      rmSync(home, { recursive: true });
    }
  }
  return figures;
}

/** The overlays of some apps, evenly spread but for the kinds of app, of which there are as many as among all. */
function sampleOf(overlays: readonly Overlay[]): Overlay[][] {
  const byApp = new Map<string, Overlay[]>();
  for (const overlay of overlays) byApp.set(overlay.app, [...(byApp.get(overlay.app) ?? []), overlay]);
  const apps = [...byApp.values()];
  const step = Math.max(1, Math.ceil((2 * apps.length) / mostCalls));
  const odd = step % 2 === 0 ? step + 1 : step; // kinds of app repeat by eight
  return apps.filter((_, index) => index % odd === 0);
}

function inNode(script: string, file: string): number {
  const args = ['--import', 'tsx', join(import.meta.dirname, script), file];
  return (JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as { cpu: number }).cpu;
}

/** CPU time of commands, one after the other, their system time included. */
function inShell(home: string, commands: readonly string[]): number {
  const script = join(home, 'calls.sh');
  writeFileSync(script, `set -e\n${commands.map((each) => `${each} > /dev/null`).join('\n')}\ntimes\n`);
  const { stdout, stderr, status } = spawnSync('bash', [script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const children = stdout.trim().split('\n').at(-1) ?? '';
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, m, s]) => sum + Number(m) * 60 + Number(s),
    0,
  );
}

/** What cdk8s would take, by how it grew between the last two sizes. */
function extrapolated(figures: readonly PeerFigures[], apps: number): PeerFigures {
  const known = figures.filter(({ peer, estimated }) => peer === 'cdk8s' && !estimated);
  const [before, last] = known.slice(-2);
  if (!before || !last) throw new Error(`measure two sizes up to ${mostApps} apps as well`);
  const grows = exponent([before.apps, before.cpu], [last.apps, last.cpu]);
  const cpu = last.cpu * (apps / last.apps) ** grows;
  return { peer: 'cdk8s', apps, cpu, estimated: `from ${last.apps} apps, growing by n^${grows.toFixed(2)}` };
}
