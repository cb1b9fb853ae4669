import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answers, Kind, Language, Subject } from './answers.js';
import { clubCalled, clubKey } from './club.js';
import { withChart, withClub, withImport } from './edits.js';
import type { Known } from './known.js';
import { quoted } from './text.js';
import { words } from './words.js';
import { appFile } from './write-app.js';
import { serviceFile } from './write-service.js';

/** A file to write, with what it holds now if it is there. */
export interface PlannedFile {
  readonly path: string;
  readonly old?: string;
  readonly content: string;
}

/** All files that follow from the answers. Throws if one that is to be made is there already. */
export function plan(root: string, subject: Subject, answers: Answers, known: Known): PlannedFile[] {
  const files: PlannedFile[] = [];
  const add = (path: string, content: string) => {
    if (existsSync(join(root, path))) throw new Error(`${path} is there already. Choose another name.`);
    files.push({ path, content: formatted(root, path, content) });
  };
  const change = (path: string, edit: (old: string) => string) => {
    const old = readFileSync(join(root, path), 'utf8');
    files.push({ path, old, content: formatted(root, path, edit(old)) });
  };
  const { name = '', chart, 'chart-version': version, 'chart-repository': repository } = answers;
  if (subject === 'service') {
    add(`system/${name}.ts`, serviceFile(answers));
    change('main.ts', (main) => withImport(main, 'system', name));
  } else {
    const kind = answers.kind as Kind;
    const { club = '', github = '', alerts = '' } = answers;
    const own = clubCalled(club, known.clubs)?.key;
    const key = own ?? clubKey(club, known.clubs);
    const owner = `{ club: ${quoted(club)}, github: ${quoted(github)}, alerts: ${quoted(alerts)} }`;
    add(`apps/${name}.ts`, appFile(kind, answers, key));
    change('main.ts', (main) => withImport(main, 'apps', name));
    if (!own) change('apps/clubs.ts', (clubs) => withClub(clubs, key, owner));
  }
  if (chart && version && repository)
    change('system/Chart.yaml', (file) => withChart(file, { name: chart, version, repository }));
  return files;
}

/** As `npm run format` would leave it. */
function formatted(root: string, path: string, content: string): string {
  if (!/\.(ts|json)$/.test(path)) return content;
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  return execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
    cwd: root,
    input: content,
    encoding: 'utf8',
  });
}

/** A file as it would be, or the lines that it would get. */
export function shown({ path, old, content }: PlannedFile, language: Language): string {
  if (old === undefined) return `# ${words.wouldWrite[language]} ${path}\n${content}`;
  const before = new Set(old.split('\n'));
  const added = content.split('\n').filter((line) => !before.has(line));
  return `# ${words.wouldChange[language]} ${path}\n${added.map((line) => `+${line}`).join('\n')}\n`;
}
