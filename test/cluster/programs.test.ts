import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { holds, until } from './harness/wait.js';

const script = `
  import { Programs } from '${join(import.meta.dirname, 'harness/programs.ts')}';
  const programs = new Programs();
  programs.start('sleeper', 'sh', ['-c', 'trap "" TERM; while :; do sleep 1; done']);
  console.log(JSON.stringify([programs.folder, programs.idOf('sleeper')]));
  setInterval(() => {}, 1000);
`;

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  'leaves no program and no file behind after %s',
  async (signal) => {
    const run = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: run.stdout }), 'line')) as [string];
    const [folder, id] = JSON.parse(line) as [string, number];
    expect(existsSync(folder)).toBe(true);
    expect(isAlive(id)).toBe(true);
    run.kill(signal);
    await until('the folder is gone', async () => holds(!existsSync(folder), `${folder} is there`), 60);
    await until('the program is gone', async () => holds(!isAlive(id), `${id} is there`), 60);
    run.kill('SIGKILL');
  },
);
