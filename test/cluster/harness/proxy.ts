import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Certificate } from './certificates.js';

/** Answers requests to one host, or says that it has nothing there. */
export type Site = (url: URL, request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * What stands for the world outside. Programs that are told to use it as their proxy call addresses as they stand in
 * `dist/`: those of `ports` are tunnelled to a port of this machine, those of `sites` are answered here, with a
 * certificate that the programs trust, and all others are refused and remembered.
 */
export class Outside {
  readonly refused = new Set<string>();
  private readonly sockets = new Set<Socket>();
  private readonly proxy;
  private readonly tls;

  constructor(
    certificate: Certificate,
    private readonly sites: readonly Site[],
    /** Ports of this machine by the name under which they are called. */
    private readonly ports: ReadonlyMap<string, number>,
    private readonly hosts: ReadonlySet<string>,
  ) {
    this.tls = createTlsServer({ cert: certificate.cert, key: certificate.key }, (request, response) =>
      this.answer(request, response),
    );
    this.proxy = createServer((_, response) => response.writeHead(502).end('only CONNECT'));
    this.proxy.on('connect', (request, socket: Socket) => this.open(request.url ?? '', socket));
    this.proxy.on('connection', (socket) => this.remember(socket));
  }

  /** Gives the address to use as HTTPS_PROXY. */
  async listen(): Promise<string> {
    this.proxy.listen(0, '127.0.0.1');
    await once(this.proxy, 'listening');
    return `http://127.0.0.1:${(this.proxy.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((closed) => this.proxy.close(closed));
  }

  private open(target: string, socket: Socket): void {
    const [host = ''] = target.split(':');
    socket.on('error', () => socket.destroy());
    const port = this.ports.get(host);
    if (port !== undefined) {
      const upstream = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        socket.pipe(upstream).pipe(socket);
      });
      this.remember(upstream);
      upstream.on('error', () => socket.destroy());
      socket.on('close', () => upstream.destroy());
      upstream.on('close', () => socket.destroy());
    } else if (this.hosts.has(host)) {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      this.tls.emit('connection', socket);
    } else {
      this.refused.add(target);
      socket.end('HTTP/1.1 502 not in this test\r\n\r\n');
    }
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', `https://${request.headers.host}`);
    if (this.sites.some((site) => site(url, request, response))) return;
    this.refused.add(url.href);
    response.writeHead(404).end();
  }

  private remember(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
  }
}

/** A git repository over HTTP, by git's own CGI program. */
export const gitSite =
  (address: string, bareRepository: string): Site =>
  (url, request, response) => {
    const { pathname } = new URL(address);
    const asked = [pathname, pathname.replace(/\.git$/, '')].find((path) =>
      url.pathname.startsWith(`${path}/`),
    );
    if (url.host !== new URL(address).host || !asked) return false;
    const backend = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env['PATH'],
        GIT_PROJECT_ROOT: bareRepository,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: url.pathname.slice(asked.length),
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type'],
        CONTENT_LENGTH: request.headers['content-length'],
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
        GIT_PROTOCOL: request.headers['git-protocol'] as string | undefined,
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    backend.stdin.on('error', () => {});
    request.pipe(backend.stdin);
    const chunks: Buffer[] = [];
    backend.stdout.on('data', (chunk) => chunks.push(chunk));
    backend.on('close', () => {
      const output = Buffer.concat(chunks);
      const end = output.indexOf('\r\n\r\n');
      const headers = Object.fromEntries(
        output
          .subarray(0, end)
          .toString()
          .split('\r\n')
          .map((line) => line.split(/:\s*/, 2) as [string, string]),
      );
      const { Status, ...others } = headers;
      response.writeHead(Number.parseInt(Status ?? '200', 10), others).end(output.subarray(end + 4));
    });
    return true;
  };
