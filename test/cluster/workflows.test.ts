import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { linter } from './harness/linters.js';

const broken = mkdtempSync(join(tmpdir(), 'workflows-'));
afterAll(() => rmSync(broken, { recursive: true, force: true }));
// Without shellcheck, which is on some machines only.
const actionlint = (cwd: string, files: readonly string[] = []) =>
  spawnSync(linter('actionlint'), ['-no-color', '-shellcheck=', '-pyflakes=', ...files], {
    cwd,
    encoding: 'utf8',
  });

describe('actionlint', () => {
  it('finds nothing in the workflows', () => {
    const { status, stdout, stderr } = actionlint(resolve(import.meta.dirname, '../..'));
    expect(`${stdout}${stderr}`).toBe('');
    expect(status).toBe(0);
  });

  it('finds what is wrong', () => {
    const file = join(broken, '.github/workflows/broken.yml');
    mkdirSync(join(broken, '.github/workflows'), { recursive: true });
    writeFileSync(
      file,
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo $' +
        '{{ githb.sha }}\n',
    );
    const { status, stdout } = actionlint(broken, [file]);
    expect(status).toBe(1);
    expect(stdout).toContain('githb');
  });
});
