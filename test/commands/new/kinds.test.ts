import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOfProject, run } from './copy.js';
import { requests } from './requests.js';

const command = 'commands/new/command.ts';

describe.each(Object.entries(requests))('npm run new for %s', (kind, flags) => {
  const home = copyOfProject();
  const read = (path: string) => readFileSync(join(home, path), 'utf8');
  const [subject, name = ''] = flags;
  const file = `${subject === 'app' ? 'apps' : 'system'}/${name}.ts`;

  it('shows with --dry-run what it would write, and writes nothing', () => {
    const { status, stdout } = run(home, command, [...flags, '--dry-run']);
    expect(status).toBe(0);
    expect(stdout).toContain(`# would write ${file}`);
    expect(stdout).toContain(`+  import('./${file.replace('.ts', '.js')}'),`);
    expect(existsSync(join(home, file))).toBe(false);
  });

  it('writes a file that is short, formatted, and of lawful TypeScript', () => {
    expect(run(home, command, flags)).toMatchObject({ status: 0 });
    expect(read(file)).toMatchSnapshot();
    expect(read(file).split('\n').length - 1).toBeLessThanOrEqual(kind === 'chart' ? 16 : 12);
    const changed = [
      file,
      'main.ts',
      'apps/clubs.ts',
      ...(kind === 'chart' || kind === 'service' ? [] : [`test/apps/facts/${name}.json`]),
    ];
    const biome = ['node_modules/@biomejs/biome/bin/biome', 'check', ...changed];
    expect(spawnSync(process.execPath, biome, { cwd: home, encoding: 'utf8' })).toMatchObject({ status: 0 });
  });

  it('keeps main.ts, the clubs and the charts sorted', () => {
    const imports = [...read('main.ts').matchAll(/'\.\/apps\/(.*)\.js'/g)].map(([, app]) => app);
    if (subject === 'app') expect(imports[kind === 'static' ? 0 : imports.length - 1]).toBe(name);
    expect(read('main.ts')).toContain(`  import('./${file.replace('.ts', '.js')}'),\n`);
    const charts = [...read('system/Chart.yaml').matchAll(/^ {2}- name: (.*)$/gm)].map(([, chart]) => chart);
    expect(charts).toEqual([...new Set(charts)].sort());
    expect(charts.includes('podinfo')).toBe(kind === 'chart');
    const clubs = [...read('apps/clubs.ts').matchAll(/^ {2}(\w+): \{ club/gm)].map(([, club]) => club);
    expect(clubs).toEqual([...new Set(clubs)]);
    expect(clubs.includes('lEchec') || clubs.includes('roboEts')).toBe(kind === 'grav' || kind === 'web');
  });

  it('is taken by the real synth and all rules, and emits what its facts say', () => {
    // The catalogue is an app of the platform: first it is made current, as the command says.
    expect(run(home, 'commands/catalog/command.ts', [])).toMatchObject({ status: 0 });
    const { status, stderr } = run(home, 'main.ts', [], { CDK8S_OUTDIR: '' });
    expect(stderr).not.toContain('problem');
    expect(status).toBe(0);
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', 'test/apps'];
    const tests = spawnSync(process.execPath, vitest, {
      cwd: home,
      encoding: 'utf8',
      env: { ...process.env, VITEST: '' },
    });
    expect(tests.stdout).toMatch(/Tests .*\d+ passed/);
    expect(tests.status).toBe(0);
  });

  it('refuses to do it again, for the name is taken', () => {
    const before = read('main.ts');
    const { status, stderr } = run(home, command, flags);
    expect(status).toBe(2);
    expect(stderr).toContain(`the name '${name}' is taken by`);
    expect(read('main.ts')).toBe(before);
  });
});
