import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hopeless } from './wait.js';

/** Where programs write what they do. Set to keep it after the run. */
const keptLogs = process.env['PLATFORM_TEST_LOGS'];

/** Programs that run while the tests do, and a folder for what they need; both are gone when the run ends, however it ends. */
export class Programs {
  readonly folder = mkdtempSync(join(tmpdir(), 'plateforme-cedille-'));
  private readonly logs = keptLogs ?? join(this.folder, 'logs');
  private readonly keeper: ChildProcess;
  private readonly started = new Map<string, ChildProcess>();
  private stopping = false;

  constructor() {
    mkdirSync(this.logs, { recursive: true });
    this.keeper = spawn(process.execPath, [join(import.meta.dirname, 'keeper.mjs'), this.folder], {
      stdio: ['pipe', 'inherit', 'inherit'],
      detached: true,
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, this.release);
    // Whoever runs the tests is gone without a word: nobody will ever ask this process to stop.
    process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  }

  /** Has the keeper end everything. */
  private readonly release = () => {
    this.stopping = true;
    this.keeper.stdin?.end();
  };

  /** A folder below the temporary one, made. */
  at(...names: string[]): string {
    const folder = join(this.folder, ...names);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** Starts a program. Its environment is `environment` and nothing else, so that no proxy or kubeconfig of the user's leaks in. */
  start(
    name: string,
    command: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): void {
    const log = openSync(this.logOf(name), 'w');
    const home = this.at('home', name);
    const child = spawn(command, args, {
      cwd: home,
      env: { PATH: process.env['PATH'], HOME: home, TMPDIR: this.at('tmp'), ...environment },
      stdio: ['ignore', log, log],
      detached: true,
    });
    closeSync(log);
    this.started.set(name, child);
    child.on('error', () => {});
    if (child.pid) this.keeper.stdin?.write(`${child.pid}\n`);
  }

  /** The id of a program's process. */
  idOf(name: string): number | undefined {
    return this.started.get(name)?.pid;
  }

  /** Ends one program, before the others. */
  async end(name: string): Promise<void> {
    const child = this.started.get(name);
    this.started.delete(name);
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    process.kill(-child.pid, 'SIGTERM');
    await gone;
  }

  /** Gives what a program writes after this call. */
  listen(name: string): () => string {
    const log = this.logOf(name);
    const from = existsSync(log) ? statSync(log).size : 0;
    return () => readFileSync(log).subarray(from).toString();
  }

  /** Throws if one of the programs has ended by itself. */
  check(): void {
    if (this.stopping) return;
    for (const [name, child] of this.started) {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) continue;
      throw new Hopeless(`${name} has ended: ${this.lastWordsOf(name)}`);
    }
  }

  /** The last lines that a program wrote. */
  lastWordsOf(name: string): string {
    const log = this.logOf(name);
    return existsSync(log)
      ? readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' | ')
      : 'it wrote nothing';
  }

  /** Ends all and removes the folder. */
  async stop(): Promise<void> {
    const gone = once(this.keeper, 'exit');
    this.release();
    if (this.keeper.exitCode === null) await gone;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, this.release);
  }

  private logOf(name: string): string {
    return join(this.logs, `${name}.log`);
  }
}

/** Ports that are free now, on the loopback address. */
export async function freePorts(count: number): Promise<number[]> {
  const servers: Server[] = [];
  for (let i = 0; i < count; i++) {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    servers.push(server);
  }
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}
