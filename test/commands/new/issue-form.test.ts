import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { answersOf, fields } from '../../../commands/new/issue-form.js';
import { copyOfProject, run } from './copy.js';

const root = resolve(import.meta.dirname, '../../..');
interface Form {
  readonly labels: readonly string[];
  readonly body: readonly {
    readonly type: string;
    readonly attributes: { label: string; options?: string[] };
  }[];
}
const form = load(readFileSync(join(root, '.github/ISSUE_TEMPLATE/nouveau-site.yml'), 'utf8')) as Form;
const asked = form.body.filter(({ type }) => type !== 'markdown');

/** An issue as GitHub writes it from the form. */
const issue = (answers: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([label, key]) => `### ${label}\n\n${answers[key] ?? '_No response_'}`)
    .join('\n\n');
const right = {
  club: 'Chess',
  name: 'zz-chess',
  kind: asked.find(({ attributes }) => attributes.options)?.attributes.options?.[0] ?? '',
  host: 'zz-chess.etsmtl.ca',
  repository: 'ClubCedille/chess',
};

describe('the form for a new site', () => {
  it('asks what the command reads, in this order', () => {
    expect(asked.map(({ attributes }) => attributes.label)).toEqual(Object.keys(fields));
  });

  it('gives the answers, without those that were left empty', () => {
    expect(answersOf(issue(right))).toEqual({ ...right, kind: 'grav' });
    expect(answersOf(issue(right).replaceAll('\n', '\r\n'))).toEqual({ ...right, kind: 'grav' });
    expect(answersOf('')).toEqual({});
  });

  it('refuses a field that comes twice', () => {
    expect(() => answersOf(issue({ ...right, club: 'x\n### Port\n\n1' }))).toThrow(
      `the form has 'Port' twice`,
    );
  });

  it('takes whatever people write for their answer, and for no other', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((each) => each.trim() !== '' && !/[\r\n]/.test(each));
    fc.assert(
      fc.property(text, (host) => {
        fc.pre(host.trim() !== '_No response_' && !host.startsWith('### '));
        expect(answersOf(issue({ ...right, host }))).toEqual({ ...right, kind: 'grav', host: host.trim() });
      }),
    );
  });
});

describe('an issue', () => {
  const home = copyOfProject();
  const file = 'commands/new/from-issue.ts';
  const complaints = join(home, 'comment.md');

  it('with mistakes is answered in both languages, and what it says has no power there', () => {
    const body = issue({ ...right, host: '@everyone <img src=x> [a](https://b.c) $(id) `id`', image: 'x:1' });
    const { status } = run(home, file, ['--complaints', complaints], { ISSUE_BODY: body });
    expect(status).toBe(1);
    const comment = readFileSync(complaints, 'utf8');
    expect(comment).toContain("Le site n'a pas pu être créé.");
    expect(comment).toContain('The site could not be made.');
    expect(comment).toContain('**Adresse publique / Public address** – ');
    expect(comment).toContain('**Image de conteneur / Container image** – ');
    expect(comment).not.toMatch(/@everyone|<img|https:\/\/b|[^\\]`id/);
    expect(existsSync(join(home, 'apps/zz-chess.ts'))).toBe(false);
  });

  it('that is right becomes the files of its app', () => {
    const { status, stdout } = run(home, file, ['--complaints', complaints], { ISSUE_BODY: issue(right) });
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'zz-chess\n' });
    expect(readFileSync(join(home, 'apps/zz-chess.ts'), 'utf8')).toContain(
      `prod: { host: 'zz-chess.etsmtl.ca' },`,
    );
    expect(readFileSync(join(home, 'main.ts'), 'utf8')).toContain(`import('./apps/zz-chess.js'),`);
  });
});
