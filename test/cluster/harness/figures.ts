import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers for Prometheus: every query with one and the same figure, and remembers what it was asked. */
export class Figures {
  /** What it says to every question. */
  figure = 0;
  /** All that it was asked. */
  readonly asked = new Set<string>();

  private constructor(private readonly server: Server) {}

  static async listen(): Promise<Figures> {
    const server = createServer();
    const figures = new Figures(server);
    server.on('request', async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      figures.asked.add(new URLSearchParams(Buffer.concat(chunks).toString()).get('query') ?? '');
      const sample = { metric: {}, value: [Date.now() / 1000, `${figures.figure}`] };
      const data = { resultType: 'vector', result: [sample] };
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ status: 'success', data }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return figures;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}
