import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { historyOf } from '../../../commands/catalog/history.js';

const temporary: string[] = [];
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'history-'));
  temporary.push(made);
  return made;
};
afterAll(() => {
  for (const made of temporary) rmSync(made, { recursive: true, force: true });
});

const git = (at: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
    cwd: at,
    encoding: 'utf8',
    env: { ...process.env, GIT_COMMITTER_DATE: '2026-03-04T12:00:00Z' },
  }).trim();

/** Commits these files below `dist/`, and returns the commit. */
function commit(at: string, files: Record<string, string>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(at, 'dist', path)), { recursive: true });
    writeFileSync(join(at, 'dist', path), content);
  }
  git(at, 'add', '.');
  git(at, 'commit', '-qm', 'a change');
  return git(at, 'rev-parse', 'HEAD');
}

function repository() {
  const at = folder();
  git(at, 'init', '-q');
  const first = commit(at, { 'host/vault/a.yaml': 'é: 1\n', 'prod/chess/b.yaml': 'b: 1\n' });
  const second = commit(at, { 'prod/chess/b.yaml': 'b: 2\n' });
  const files = new Map([
    ['host/vault/a.yaml', 'é: 1\n'],
    ['prod/chess/b.yaml', 'b: 2\n'],
  ]);
  return { at, first, second, files };
}

describe('the history of units', () => {
  it('is the newest commit that changed each', () => {
    const { at, first, second, files } = repository();
    const date = '2026-03-04';
    expect(Object.fromEntries(historyOf(at, files))).toEqual({
      'host/vault': { commit: first, date },
      'prod/chess': { commit: second, date },
    });
  });

  it.each([
    ['changed', (files: Map<string, string>) => files.set('prod/chess/b.yaml', 'b: 3\n')],
    ['lost a file', (files: Map<string, string>) => files.delete('prod/chess/b.yaml')],
    ['got a file', (files: Map<string, string>) => files.set('prod/chess/c.yaml', 'c: 1\n')],
  ])('leaves out a unit that %s since', (_, change) => {
    const { at, files } = repository();
    change(files);
    expect([...historyOf(at, files).keys()]).toEqual(['host/vault']);
  });

  it('is empty in a shallow clone, which would blame its oldest commit', () => {
    const { at, files } = repository();
    const clone = folder();
    git(clone, 'clone', '-q', '--depth', '1', `file://${at}`, '.');
    expect(historyOf(clone, files).size).toBe(0);
  });

  it('is empty where there is no repository, or no commit', () => {
    const { files } = repository();
    expect(historyOf(folder(), files).size).toBe(0);
    const empty = folder();
    git(empty, 'init', '-q');
    expect(historyOf(empty, files).size).toBe(0);
  });
});
