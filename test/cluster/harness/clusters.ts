import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { Api } from './api.js';
import { type ClusterOptions, startClusters } from './kubernetes.js';
import { Programs } from './programs.js';
import { tools } from './tools.js';

/** Clusters to apply to, and how to leave them. */
export interface Borrowed {
  readonly apis: ReadonlyMap<string, Api>;
  stop(): Promise<void>;
}

/**
 * Clusters of these names: those that PLATFORM_TEST_CLUSTER names, else throw-away ones. KUBECONFIG by itself does not
 * count, because it usually names a cluster that matters: `PLATFORM_TEST_CLUSTER=host=<context>,prod=<context>`.
 */
export async function clustersFor(names: readonly string[]): Promise<Borrowed> {
  const contexts = process.env['PLATFORM_TEST_CLUSTER'];
  if (!contexts) return throwAway(names.map((name) => ({ name })));
  const chosen = new Map(contexts.split(',').map((pair) => pair.split('=', 2) as [string, string]));
  const apis = new Map(
    names.map((name) => {
      const context = chosen.get(name);
      if (!context)
        throw new Error(`PLATFORM_TEST_CLUSTER names no context for cluster ${name}: add ${name}=<context>`);
      return [name, apiOf(context)];
    }),
  );
  return {
    apis,
    async stop() {
      for (const api of apis.values()) api.close();
    },
  };
}

async function throwAway(wanted: readonly ClusterOptions[]): Promise<Borrowed> {
  const programs = new Programs();
  try {
    const clusters = await startClusters(programs, tools(), wanted);
    return {
      apis: new Map([...clusters].map(([name, { api }]) => [name, api])),
      stop: () => programs.stop(),
    };
  } catch (error) {
    await programs.stop();
    throw error;
  }
}

interface Kubeconfig {
  readonly contexts: { name: string; context: { cluster: string; user: string } }[];
  readonly clusters: { name: string; cluster: Record<string, string> }[];
  readonly users: { name: string; user: Record<string, string> }[];
}

function apiOf(name: string): Api {
  const file = process.env['KUBECONFIG'] ?? join(homedir(), '.kube/config');
  const config = load(readFileSync(file, 'utf8')) as Kubeconfig;
  const context = config.contexts.find((each) => each.name === name)?.context;
  const cluster = config.clusters.find((each) => each.name === context?.cluster)?.cluster;
  const user = config.users.find((each) => each.name === context?.user)?.user ?? {};
  if (!cluster?.['server']) throw new Error(`${file} has no context ${name} with a cluster`);
  const read = (from: Record<string, string>, key: string) => {
    const [data, path] = [from[`${key}-data`], from[key]];
    return data ? Buffer.from(data, 'base64').toString() : path && readFileSync(path, 'utf8');
  };
  const [cert, key] = [read(user, 'client-certificate'), read(user, 'client-key')];
  if (!user['token'] && !(cert && key))
    throw new Error(`${file}: context ${name} has neither a token nor a client certificate`);
  return new Api({
    server: cluster['server'],
    ca: read(cluster, 'certificate-authority') || undefined,
    token: user['token'],
    clientCertificate: cert && key ? { cert, key } : undefined,
  });
}
