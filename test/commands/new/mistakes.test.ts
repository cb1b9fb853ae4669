import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../../commands/new/check.js';
import { help } from '../../../commands/new/help.js';
import { known } from '../../../commands/new/known.js';
import { plan } from '../../../commands/new/plan.js';
import { questions } from '../../../commands/new/questions.js';
import { copyOfProject, run } from './copy.js';
import { requests } from './requests.js';

const home = copyOfProject();
const start = (args: readonly string[], env?: Record<string, string>) =>
  run(home, 'commands/new/command.ts', args, env);
/** A request with one flag said otherwise. */
const but = (kind: string, flag: string, value: string): string[] => {
  const flags = [...(requests[kind] ?? [])];
  const at = flags.indexOf(flag);
  if (flag === 'NAME') flags[1] = value;
  else if (at < 0) flags.push(flag, value);
  else flags[at + 1] = value;
  return flags;
};

const pinned = 'a chart that system/Chart.yaml pins';
const cases: readonly [kind: string, flag: string, value: string, told: string][] = [
  ['web', 'NAME', 'Robots!', `Call it 'robots'`],
  ['web', 'NAME', '3d', 'begins with a digit'],
  ['web', 'NAME', 'grafana', `is taken by system/grafana.ts`],
  ['web', 'NAME', 'r'.repeat(40), 'Shorten it by'],
  ['web', '--kind', 'wbe', 'Did you mean web?'],
  ['web', '--club', '!!!', 'holds no letter'],
  ['web', '--club', 'a\nb', 'is not a plain line'],
  ['web', '--github', 'RoboETS', `Did you mean @RoboETS?`],
  ['web', '--github', 'Robo ETS', `Write a team of ClubCedille, '@ClubCedille/chess'`],
  ['web', '--alerts', 'on-call', "is the channel of Cédille's on-call"],
  ['static', '--github', '@Other', `the club Cédille has github '@ClubCedille/sre'`],
  ['grav', '--repository', 'https://github.com/a/b', 'is not a repository on GitHub'],
  ['grav', '--branch', "main'; x", 'is not a branch'],
  ['web', '--image', 'ghcr.io/robo/site', 'has no version'],
  ['web', '--image', 'ghcr.io/robo/site:latest', `floats on 'latest'`],
  ['web', '--image', 'Not An Image', 'is not an image reference'],
  ['web', '--port', '80800', `port '80800' is out of range`],
  ['web', '--port', '8e3', `port '8e3' is out of range`],
  ['web', '--probe', 'healthz', 'is not a path'],
  ['web', '--host', 'https://robots.etsmtl.ca', 'is not a host name'],
  ['web', '--host', 'robots.etsmtl.com', 'Did you mean robots.etsmtl.c'],
  ['web', '--host', 'grafana.omni.cedille.club', 'is taken by dist/host/'],
  ['web', '--staging-host', 'zz-robots.etsmtl.ca', 'staging has the host'],
  ['web', '--repository', 'a/b', `does not go with kind 'web'`],
  ['chart', '--chart', 'Pod Info', 'is not the name of a chart'],
  ['chart', '--chart-version', '^6', 'is not an exact version'],
  ['chart', '--chart-repository', 'ftp://x', 'is not a chart repository'],
  ['chart', '--service', 'Web', 'is not the name of a Service'],
  ['service', '--description', 'ends */ here', 'is not a plain line'],
  ['service', '--chart', 'grafana', pinned],
  ['service', '--host', 'x.etsmtl.ca', `does not go with kind 'service'`],
];

describe('npm run new', () => {
  it.each(cases)('tells of a mistake in %s: %s %j', async (kind, flag, value, told) => {
    const [subject, name, ...flags] = but(kind, flag, value);
    const given: Record<string, string> = { name: name ?? '' };
    for (let at = 0; at < flags.length; at += 2) given[flags[at]?.slice(2) ?? ''] = flags[at + 1] ?? '';
    const { wrong } = check(given, subject as 'app', await known(home));
    const all = wrong.map(({ key, complaint }) => `${key === 'name' ? 'NAME' : `--${key}`}: ${complaint.en}`);
    expect(all.join('\n')).toContain(told);
    // Of a chart that is pinned, what is wrong is what was said of it.
    if (told !== pinned)
      expect(
        all.some((line) => line.startsWith(`${flag}: `)),
        all.join('\n'),
      ).toBe(true);
    for (const line of all) expect(line).toMatch(/^(NAME|--[a-z-]+): .+[.?]$/);
    for (const { complaint } of wrong) expect(complaint.fr).toMatch(/^[\p{Ll}«].+[.?]$/u);
  });

  it('tells of all mistakes and all that is missing at once', () => {
    const { status, lines } = start(['app', 'Bad Name', '--kind', 'web', '--port', 'x']);
    expect(status).toBe(2);
    expect(lines.map((line) => /^ {2}(\S+): /.exec(line)?.[1]).filter(Boolean)).toEqual([
      ...['NAME', '--port', '--club', '--image', '--host'],
    ]);
  });

  it('does not tell what goes with a kind that there is not', async () => {
    const given = { name: 'robots', kind: 'wbe', image: 'ghcr.io/robo/site:1.0.0', port: '8080' };
    const { wrong } = check(given, 'app', await known(home));
    expect(wrong.map(({ key }) => key)).toEqual(['kind']);
  });

  it('speaks French where the terminal does, or where it is asked to', () => {
    expect(start(['app'], { LANG: 'fr_CA.UTF-8' }).stderr).toContain("Rien n'a été écrit. À corriger :");
    expect(start(['app', '--lang', 'fr']).stderr).toContain('--club: manque : Le nom du club.');
    expect(start([]).stderr).toContain('Questions need a terminal');
    expect(start(['--help', '--lang', 'fr']).stdout).toContain('affiche ceci');
    expect(start(['--help'], { LANG: 'fr_CA.UTF-8', LC_ALL: 'en_CA' }).stdout).toContain('prints this');
  });

  it.each([
    [['--hots', 'x'], `unknown option '--hots'. Did you mean --host?`],
    [['club'], `there is no 'club' to be made. Write app or service.`],
    [['app', 'a', 'b'], `one name can be given, not also 'b'. Quote what holds spaces.`],
    [['--lang', 'de'], `option '--lang <LANG>' argument 'de' is invalid. Allowed choices are en, fr.`],
  ])('refuses %j', (args, told) => expect(start(args)).toMatchObject({ status: 2, stderr: `${told}\n` }));

  it.each(['en', 'fr'] as const)('explains every flag in %s', (language) => {
    const flags = questions.flatMap(({ key }) => (key === 'name' ? [] : [key]));
    for (const flag of [...flags, 'run', 'dry-run', 'lang', 'help'])
      expect(help[language]).toMatch(new RegExp(`--${flag}\\b(?!-)`));
  });

  it('overwrites nothing that has appeared while questions were asked', async () => {
    const before = await known(home);
    const answers = {
      name: 'zz-chess',
      kind: 'static',
      club: 'Cédille',
      image: 'ghcr.io/a/b:1',
      host: 'a.etsmtl.ca',
    };
    const [first] = plan(home, 'app', answers, before);
    expect(first?.path).toBe('apps/zz-chess.ts');
    writeFileSync(join(home, 'apps/zz-chess.ts'), '// notes\n');
    expect(() => plan(home, 'app', answers, before)).toThrow(
      'apps/zz-chess.ts is there already. Choose another name.',
    );
  });
});
