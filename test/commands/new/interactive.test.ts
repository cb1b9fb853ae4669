import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { copyOfProject } from './copy.js';

/** Holds a conversation as on a terminal: each step waits for a text, then types. */
async function talk(
  home: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  steps: readonly (readonly [wait: string, type: string])[],
): Promise<{ status: number | null; raw: string; shown: string }> {
  const terminal = pathToFileURL(join(import.meta.dirname, 'terminal.mjs')).href;
  const command = ['--import', terminal, '--import', 'tsx'];
  const child = spawn(process.execPath, [...command, ...args], {
    cwd: home,
    env: { ...process.env, TERM: 'xterm', LC_ALL: '', LC_MESSAGES: '', CI: '', ...env },
  });
  let raw = '';
  let from = 0;
  const todo = [...steps];
  const hear = (data: Buffer) => {
    raw += data;
    const [next] = todo;
    const fresh = stripVTControlCharacters(raw).slice(from);
    if (!next || !fresh.includes(next[0])) return;
    todo.shift();
    from = stripVTControlCharacters(raw).length;
    child.stdin.write(next[1]);
    if (todo.length === 0) child.stdin.end();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  // Whoever waits for a question that never comes is told what came instead.
  const patience = setTimeout(() => child.kill(), 90_000);
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(patience);
  return { status, raw, shown: stripVTControlCharacters(raw) };
}

const start = 'commands/new/command.ts';
const enter = '\r';
const erase = '\u007f';
const down = '\u001b[B';
const left = '\u001b[D';

describe('npm run new on a terminal', () => {
  it('asks in English, tells of a mistake while it is typed, and writes the files', async () => {
    const home = copyOfProject();
    const { status, raw, shown } = await talk(
      home,
      [start],
      { LANG: 'en_CA.UTF-8' },
      [
        ['What is new?', enter],
        ['Name, as in addresses', 'Zz'],
        [`Call it 'zz'`, `${erase}${erase}zz-chess${enter}`],
        ['What kind of app', enter],
        ["The club's name", `Chess${enter}`],
        ["The club's team", enter],
        ['The Discord channel', enter],
        ['The GitHub repository', `ClubCedille/chess${enter}`],
        ['The branch', enter],
        ['Its public address', `zz-chess.etsmtl.ca${enter}`],
        ['Its address for trying', enter],
        ['make', 'n'],
      ].map(([wait, type]) => [wait === 'make' ? 'current now?' : (wait ?? ''), type ?? ''] as const),
    );
    expect(shown).toContain(
      'zz-chess.etsmtl.ca: The DNS record of this address is to be asked of the IT service',
    );
    expect(status, shown).toBe(0);
    expect(raw).toContain('\u001b[3'); // colours
    expect(readFileSync(join(home, 'apps/zz-chess.ts'), 'utf8')).toContain(
      `repository: 'ClubCedille/chess',`,
    );
    expect(readFileSync(join(home, 'apps/clubs.ts'), 'utf8')).toContain(
      `  chess: { club: 'Chess', github: '@ClubCedille/sre', alerts: 'cedille' },`,
    );
  });

  it('asks in French for what no flag says, without colours if NO_COLOR is set', async () => {
    const home = copyOfProject();
    const flags = ['--club', 'Cédille', '--image', 'ghcr.io/clubcedille/zz:1.0.0', '--host'];
    const { status, raw, shown } = await talk(
      home,
      [start, 'app', 'zz-pages', ...flags, 'zz.omni.cedille.club'],
      { LANG: 'fr_CA.UTF-8', NO_COLOR: '1' },
      [
        ['Quel genre', `${down}${down}${enter}`],
        ["Son adresse d'essai", 'zz.omni.cedille.club'],
        ['est celle de la production', `${erase.repeat('zz.omni.cedille.club'.length)}${enter}`],
        ['Mettre à jour maintenant', left],
        ['non', 'n'],
      ],
    );
    expect(status, shown).toBe(0);
    for (const colour of [31, 32, 33, 36]) expect(raw).not.toContain(`\u001b[${colour}m`);
    expect(shown).toContain('apps/zz-pages.ts écrit');
    expect(readFileSync(join(home, 'apps/zz-pages.ts'), 'utf8')).toContain('new StaticSite(');
  });

  it('writes nothing if whoever is asked stops', async () => {
    const home = copyOfProject();
    const { status, shown } = await talk(home, [start, 'app', 'zz-none'], { LANG: 'C' }, [
      ['What kind', enter],
      ["The club's name", '\u0003'],
    ]);
    expect(shown).toContain('Stopped: nothing was written.');
    expect(status).toBe(130);
    expect(existsSync(join(home, 'apps/zz-none.ts'))).toBe(false);
  });
});

describe('a question of yes or no', () => {
  const project = resolve(import.meta.dirname, '../../..');
  const ask = `const { confirm } = await import('./commands/new/ask.ts');
    console.log('answer', await confirm('Sure?', 'fr'));`;

  it.each([
    ['Enter', enter, true],
    ['o', 'o', true],
    ['y', 'y', true],
    ['n', 'n', false],
    ['an arrow', `${left}${enter}`, false],
    ['Ctrl+C', '\u0003', false],
  ])('is answered by %s', async (_, typed, answer) => {
    const { shown } = await talk(project, ['--input-type=module', '--eval', ask], {}, [['(O/n)', typed]]);
    expect(shown).toContain(`answer ${answer}`);
  });
});
