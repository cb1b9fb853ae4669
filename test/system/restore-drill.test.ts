import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, describe, expect, it } from 'vitest';
import { type modifierOf, proofOf } from '../../constructs/database/drill.js';
import { type EngineName, engines } from '../../constructs/database/engines.js';
import { emitted } from './emitted.js';

const folder = resolve(import.meta.dirname, '../../dist');
const unit = readdirSync(join(folder, 'host/velero'));
const named = (pattern: RegExp) => unit.filter((name) => pattern.test(name));
const cronJob = emitted('host/velero/CronJob.restore-drill.yaml');
const { spec: pod } = cronJob.spec.jobTemplate.spec.template;
const files: Record<string, string> = emitted(
  `host/velero/ConfigMap.${pod.volumes.find(({ name }: { name: string }) => name === 'files').configMap.name}.yaml`,
).data;
// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
const restores = Object.entries(files).flatMap(([name, text]): [string, any][] =>
  name.endsWith('.yaml') ? [[name.replace(/^drill_|\.yaml$/g, ''), load(text)]] : [],
);
const temporary = mkdtempSync(join(tmpdir(), 'drill-'));
afterAll(() => rmSync(temporary, { recursive: true }));

describe('the restore drill', () => {
  it('takes in turn every database that is dumped for a backup', () => {
    const dumped = ['prod', 'staging', 'sandbox'].flatMap((cluster) =>
      readdirSync(join(folder, cluster)).flatMap((app) =>
        readdirSync(join(folder, cluster, app))
          .filter((name) => name.startsWith('StatefulSet.'))
          .map((name) => ({ cluster, app, ...emitted(`${cluster}/${app}/${name}`) }))
          .filter(({ spec }) => spec.template.metadata.annotations['pre.hook.backup.velero.io/command'])
          .map(({ metadata }) => `${app}-${cluster}-${metadata.name}`),
      ),
    );
    expect(dumped.length).toBeGreaterThan(10);
    expect(restores.map(([name]) => name).sort()).toEqual(dumped.sort());
  });

  it.each(restores)(
    'brings %s back from the daily backup into the empty room and nowhere else',
    (name, { spec }) => {
      const { scheduleName, includedNamespaces, namespaceMapping, resourceModifier, labelSelector } = spec;
      const schedule = emitted(`host/velero/Schedule.${scheduleName}.yaml`).spec.template;
      expect(schedule.includedNamespaces).toEqual(expect.arrayContaining(includedNamespaces));
      expect(Object.keys(namespaceMapping)).toEqual(includedNamespaces);
      expect(Object.values(namespaceMapping)).toEqual(['restore-drill']);
      const inside = labelSelector.matchLabels['vcluster.loft.sh/namespace'];
      expect(name.startsWith(inside)).toBe(true);
      const { data } = emitted(`host/velero/ConfigMap.${resourceModifier.name}.yaml`);
      expect(Object.keys(data).length).toBe(1); // Velero refuses more
    },
  );

  it.each(restores)('starts for %s a script on its volume instead of the database', (_, { spec }) => {
    const { data } = emitted(`host/velero/ConfigMap.${spec.resourceModifier.name}.yaml`);
    const [rule] = (load(data['modifiers.yaml']) as ReturnType<typeof modifierOf>).resourceModifierRules;
    expect(rule?.conditions).toEqual({ groupResource: 'pods' });
    const patched = JSON.parse(rule?.mergePatches[0]?.patchData ?? '').spec;
    expect(patched.initContainers).toBeUndefined(); // Velero's own, which waits for the files
    expect(patched.volumes.map(({ name }: { name: string }) => name)).toEqual(['data']);
    expect(patched.containers[0].command[2]).toContain('-mtime');
    expect(patched.containers[0].securityContext).toMatchObject({ allowPrivilegeEscalation: false });
  });

  it('may ask for restores and empty its room, and nothing else', () => {
    const rules = named(/^Role\./).flatMap((name) => {
      const { metadata, rules: own } = emitted(`host/velero/${name}`);
      return own.map((rule: object) => ({ namespace: metadata.namespace ?? 'velero', ...rule }));
    });
    expect(rules).toMatchSnapshot();
    expect(named(/^ClusterRole/)).toEqual([]);
  });

  it('works where nobody may talk to anybody', () => {
    const policy = emitted('host/velero/NetworkPolicy.restore-drill.yaml');
    expect(policy.spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    expect(policy.metadata.namespace).toBe('restore-drill');
  });
});

/** A kubectl that answers as a cluster would in which restores end in `restore` and pods in `pod`. */
const kubectl = (restore: string, podPhase: string, pods = 'pod/db-0') => `#!/bin/sh
echo "$*" >> "$LOG"
case "$*" in
  *'create -f'*) echo restore.velero.io/drill-x-1 ;;
  *'get restores.velero.io -o name'*) printf 'restore.velero.io/drill-old\\nrestore.velero.io/by-hand\\n' ;;
  *'get restore.velero.io/'*jsonpath*) echo ${restore} ;;
  *'get pods -o name'*) echo '${pods}' ;;
  *jsonpath*) echo ${podPhase} ;;
esac
`;

function run(...answers: Parameters<typeof kubectl>): { status: number | null; asked: string[] } {
  const at = mkdtempSync(join(temporary, 'run-'));
  const bin = join(at, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'kubectl'), kubectl(...answers), { mode: 0o755 });
  writeFileSync(join(bin, 'sleep'), '#!/bin/sh\n', { mode: 0o755 });
  for (const name of ['a.yaml', 'b.yaml']) writeFileSync(join(at, name), '');
  const script = (files['drill_drill.sh'] as string).replace('cd /drill', `cd ${at}`);
  const log = join(at, 'log');
  const env = { PATH: `${bin}:${process.env['PATH']}`, LOG: log, VELERO: 'velero', ROOM: 'restore-drill' };
  const { status } = spawnSync('/bin/sh', ['-c', script], { env, timeout: 20_000 });
  return { status, asked: readFileSync(log, 'utf8').trim().split('\n') };
}

describe('its script', () => {
  it('succeeds when the restore and the proof do, and empties the room before and after', () => {
    const { status, asked } = run('Completed', 'Succeeded');
    expect(status).toBe(0);
    const emptied = asked
      .map((line, index) => (line.includes('delete pods,') ? index : -1))
      .filter((at) => at >= 0);
    expect(emptied).toEqual([0, asked.length - 1]);
    expect(asked.filter((line) => line.includes('delete restore')).length).toBe(1); // and not what people made by hand
  });

  it.each([
    ['a restore fails in part', 'PartiallyFailed', 'Succeeded', 'pod/db-0'],
    ['a restore is not possible', 'FailedValidation', 'Succeeded', 'pod/db-0'],
    ['the dump is not whole', 'Completed', 'Failed', 'pod/db-0'],
    ['the backup does not have it', 'Completed', 'Succeeded', ''],
  ])('fails when %s, and empties the room', (_, restore, podPhase, pods) => {
    const { status, asked } = run(restore, podPhase, pods);
    expect(status).toBe(1);
    expect(asked.at(-1)).toContain('delete pods,');
  });
});

/** Runs what a drill runs in a pod, on a dump of ours. Gives whether it finds it whole. */
function isWhole(engine: EngineName, content: Buffer, ageDays = 0): boolean {
  const at = mkdtempSync(join(temporary, 'dump-'));
  const { proof } = engines[engine];
  const file = join(at, proof.file);
  writeFileSync(file, content);
  const time = Date.now() / 1000 - ageDays * 86_400;
  utimesSync(file, time, time);
  const script = proofOf({ name: '', namespace: '', podLabels: {}, claim: '', image: '', proof }).replaceAll(
    '/data/',
    `${at}/`,
  );
  return spawnSync('/bin/sh', ['-euc', script]).status === 0;
}

describe('a dump', () => {
  const mysql = Buffer.from(
    '-- MySQL dump\nINSERT INTO a VALUES (1);\n-- Dump completed on 2026-11-21  6:35:00\n',
  );
  const mongo = Buffer.from(`6de29981${'00'.repeat(40)}ffffffff`, 'hex');
  it.each([
    ['mysql', mysql],
    ['mongo', mongo],
  ] as const)('of %s is whole with its end, and not without, empty or of another week', (engine, dump) => {
    expect(isWhole(engine, dump)).toBe(true);
    expect(isWhole(engine, dump.subarray(0, dump.length - 40))).toBe(false);
    expect(isWhole(engine, dump.subarray(1))).toBe(engine === 'mysql');
    expect(isWhole(engine, Buffer.alloc(0))).toBe(false);
    expect(isWhole(engine, dump, 7)).toBe(false);
  });

  it.each(Object.entries(engines))('of %s is looked for where it is written', (_, engine) => {
    const written = engine.dump('user', 'base');
    if (written.includes('>')) expect(written).toContain(`${engine.data}/${engine.proof.file}`);
    else expect(engine.proof.file).toBe('dump.rdb'); // what `redis-cli save` writes
  });
});

describe('the script of the drill', () => {
  it('is one for any shell', () => {
    execFileSync('/bin/sh', ['-n', '-c', files['drill_drill.sh'] as string]);
  });
});
