import { Agent, request } from 'node:https';
import type { Manifest } from '../../../constructs/kube/manifest.js';

/** How to reach a cluster, and as whom. */
export interface Access {
  /** Such as `https://127.0.0.1:6443`. */
  readonly server: string;
  /** The certificate authority of its certificate, PEM. @default - those that Node trusts */
  readonly ca?: string;
  readonly token?: string;
  readonly clientCertificate?: { readonly cert: string; readonly key: string };
}

/** An object as the API server gives it. */
export interface Live extends Manifest {
  // biome-ignore lint/suspicious/noExplicitAny: what is asked of live objects differs by kind
  readonly status?: any;
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly [field: string]: any;
}

/** What the API server answered when it refused; the message is its own. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

interface Answer {
  readonly body: Live;
  readonly warnings: readonly string[];
}

interface Resource {
  readonly path: string;
  readonly namespaced: boolean;
}

interface Options {
  readonly query?: Readonly<Record<string, string>>;
  readonly type?: string;
}

/** The HTTP API of one cluster: of all that its clients can do, the few things that the tests need. */
export class Api {
  private readonly agent: Agent;
  private readonly discovered = new Map<string, Map<string, Resource>>();

  constructor(private readonly access: Access) {
    const { ca, clientCertificate } = access;
    this.agent = new Agent({ keepAlive: true, maxSockets: 8, ca, ...clientCertificate });
  }

  /** One request. Throws `Refused` unless the answer is a success. */
  send(method: string, path: string, body?: unknown, { query, type }: Options = {}): Promise<Answer> {
    const url = new URL(path, this.access.server);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    const { token } = this.access;
    const headers = {
      Accept: 'application/json',
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'Content-Type': type ?? 'application/json' }),
    };
    return new Promise((resolve, reject) => {
      const asked = request(url, { method, headers, agent: this.agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const { statusCode = 0 } = response;
          const parsed = parse(text);
          if (statusCode >= 300) reject(new Refused(statusCode, parsed?.message ?? text));
          else resolve({ body: parsed ?? ({} as Live), warnings: warningsIn(response.headers['warning']) });
        });
      });
      asked.on('error', reject);
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  async get(path: string): Promise<Live> {
    return (await this.send('GET', path)).body;
  }

  /** Nothing, if it is not there. */
  async find(path: string): Promise<Live | undefined> {
    try {
      return await this.get(path);
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return undefined;
      throw error;
    }
  }

  async list(path: string): Promise<Live[]> {
    return (await this.get(path))['items'] ?? [];
  }

  async create(path: string, object: unknown): Promise<Live> {
    return (await this.send('POST', path, object)).body;
  }

  async delete(path: string): Promise<void> {
    await this.send('DELETE', path);
  }

  async merge(path: string, patch: unknown): Promise<Live> {
    return (await this.send('PATCH', path, patch, { type: 'application/merge-patch+json' })).body;
  }

  /** Server-side apply, with strict field validation: an unknown field is an error. Gives the server's warnings. */
  async apply(manifest: Manifest, namespace = 'default', dryRun = false): Promise<readonly string[]> {
    const path = await this.pathOf(manifest, namespace);
    const query = {
      fieldManager: 'platform-tests',
      fieldValidation: 'Strict',
      force: 'true',
      ...(dryRun && { dryRun: 'All' }),
    };
    const type = 'application/apply-patch+yaml';
    return (await this.send('PATCH', path, manifest, { query, type })).warnings;
  }

  /** Where `manifest` lives: in its namespace, or in `namespace` if it names none. */
  async pathOf(manifest: Manifest, namespace = 'default'): Promise<string> {
    const { path, namespaced } = await this.resource(manifest.apiVersion, manifest.kind);
    const inside = manifest.metadata.namespace ?? namespace;
    const [prefix, plural] = [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/'))];
    return `${prefix}${namespaced ? `/namespaces/${inside}` : ''}${plural}/${manifest.metadata.name}`;
  }

  /** Where all objects of a kind are listed; nothing, if the server does not know the kind. */
  async pathOfKind(apiVersion: string, kind: string): Promise<string | undefined> {
    try {
      return (await this.resource(apiVersion, kind)).path;
    } catch {
      return undefined;
    }
  }

  private async resource(apiVersion: string, kind: string): Promise<Resource> {
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const known = this.discovered.get(root)?.get(kind);
    if (known) return known;
    const resources = (await this.find(root))?.['resources'] ?? [];
    const kinds = new Map<string, Resource>();
    for (const { name, kind, namespaced } of resources) {
      if (!name.includes('/')) kinds.set(kind, { path: `${root}/${name}`, namespaced });
    }
    this.discovered.set(root, kinds);
    const found = kinds.get(kind);
    if (!found) throw new Refused(404, `the server knows no kind ${kind} of ${apiVersion}`);
    return found;
  }

  close(): void {
    this.agent.destroy();
  }
}

function parse(text: string): Live | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The texts of a Warning header: `299 - "text", 299 - "text"`. */
const warningsIn = (header: string | string[] | undefined): string[] =>
  [
    ...[header ?? []]
      .flat()
      .join(', ')
      .matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g),
  ].map(([, text]) => (text ?? '').replaceAll('\\"', '"'));
