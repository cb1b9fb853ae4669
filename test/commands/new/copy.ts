import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';

const project = resolve(import.meta.dirname, '../../..');
const parts = [
  'apps',
  'biome.json',
  'commands',
  'cli',
  'constructs',
  'rules',
  'synth',
  'dist',
  'imports',
  'main.ts',
  'package.json',
  'system',
  'tsconfig.json',
];

/** A copy of the project that tests may write to; gone when they are over. */
export function copyOfProject(): string {
  const home = mkdtempSync(join(tmpdir(), 'new-'));
  for (const part of parts) cpSync(join(project, part), join(home, part), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(home, 'node_modules'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** Runs a file of the copy's TypeScript, without a terminal. */
export function run(
  home: string,
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C', LC_ALL: '', LC_MESSAGES: '', ...env },
  });
  return { status, stdout, stderr, lines: stderr.trim().split('\n') };
}
