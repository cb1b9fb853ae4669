import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../constructs/kube/manifest.js';
import { copyOfProject, run } from './copy.js';
import { requests } from './requests.js';

const command = 'commands/new/command.ts';
const home = copyOfProject();
const at = (path: string) => join(home, path);
const read = (path: string) => readFileSync(at(path), 'utf8');
const program = (...args: string[]) =>
  spawnSync(process.execPath, args, { cwd: home, encoding: 'utf8', env: { ...process.env, VITEST: '' } });
const all = Object.entries(requests).map(([kind, flags]) => {
  const [subject, name = ''] = flags;
  return { kind, flags, name, file: `${subject === 'app' ? 'apps' : 'system'}/${name}.ts` };
});

// One of each kind at once takes more than three workers have.
const settings = read('system/settings.ts');
writeFileSync(at('system/settings.ts'), settings.replace('    count: 3,', '    count: 4,'));

describe.each(all)('npm run new for $kind', ({ kind, flags, name, file }) => {
  it('shows with --dry-run what it would write, and writes nothing', () => {
    const { status, stdout } = run(home, command, [...flags, '--dry-run']);
    expect(status).toBe(0);
    expect(stdout).toContain(`# would write ${file}`);
    expect(stdout).toContain(`+  import('./${file.replace('.ts', '.js')}'),`);
    expect(existsSync(at(file))).toBe(false);
  });

  it('writes a file that is short', () => {
    expect(run(home, command, flags)).toMatchObject({ status: 0 });
    expect(read(file)).toMatchSnapshot();
    expect(read(file).split('\n').length - 1).toBeLessThanOrEqual(kind === 'chart' ? 16 : 12);
    expect(read('main.ts')).toContain(`  import('./${file.replace('.ts', '.js')}'),\n`);
  });

  it('refuses to do it again, for the name is taken', () => {
    const before = read('main.ts');
    const { status, stderr } = run(home, command, flags);
    expect(status).toBe(2);
    expect(stderr).toContain(`the name '${name}' is taken by`);
    expect(read('main.ts')).toBe(before);
  });
});

describe('all that was written', () => {
  const sorted = (text: string, pattern: RegExp) => {
    const found = [...text.matchAll(pattern)].map(([, key = '']) => key);
    expect(found.length).toBe(new Set(found).size);
    return found;
  };

  it('keeps the lists in order', () => {
    const apps = sorted(read('main.ts'), /'\.\/apps\/(.*)\.js'/g);
    expect(apps[0]).toBe('aa-pages');
    expect(apps.slice(-3)).toEqual(['zz-chain', 'zz-chess', 'zz-robots']);
    expect(sorted(read('main.ts'), /'\.\/system\/(.*)\.js'/g).at(-1)).toBe('zz-falco');
    const charts = sorted(read('system/Chart.yaml'), /^ {2}- name: (.*)$/gm);
    expect(charts).toEqual([...charts].sort());
    expect(charts).toEqual(expect.arrayContaining(['falco', 'podinfo']));
    const clubs = sorted(read('apps/clubs.ts'), /^ {2}(\w+): \{ club/gm);
    expect(clubs.indexOf('lEchec')).toBe(clubs.indexOf('piranha') - 1);
    expect(clubs.indexOf('roboEts')).toBe(clubs.indexOf('synapsets') - 1);
  });

  it('is formatted, and lawful TypeScript', () => {
    const files = all.map(({ file }) => file);
    const biome = program('node_modules/@biomejs/biome/bin/biome', 'check', 'main.ts', 'apps', ...files);
    expect(`${biome.status} ${biome.stderr}`).toMatch(/^0 /);
    const wanted = { extends: './tsconfig.json', include: ['main.ts', 'apps', 'system'], exclude: [] };
    writeFileSync(at('tsconfig.written.json'), JSON.stringify(wanted));
    expect(program('node_modules/typescript/bin/tsc', '-p', 'tsconfig.written.json')).toMatchObject({
      status: 0,
      stdout: '',
    });
  });

  it('is taken by the real synth and all rules', () => {
    const { status, stderr } = run(home, 'commands/synth.ts', [], { CDK8S_OUTDIR: '' });
    expect(stderr).toMatch(/Changed: \d{2} added/);
    expect(status).toBe(0);
    for (const { kind, name } of all.filter((each) => each.kind !== 'chart' && each.kind !== 'service')) {
      const deployment = load(read(`dist/prod/${name}/Deployment.${name}.yaml`)) as Manifest & {
        spec: { replicas: number; template: { spec: { containers: { image: string }[] } } };
      };
      const { replicas, template } = deployment.spec;
      const image = kind === 'grav' ? undefined : requests[kind]?.[requests[kind].indexOf('--image') + 1];
      expect(replicas, name).toBe(kind === 'grav' ? 1 : 2);
      expect(template.spec.containers[0]?.image, name).toMatch(image ?? /^ghcr\.io\/clubcedille\/grav:/);
    }
  });
});
