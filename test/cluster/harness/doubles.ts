import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toYaml } from '../../../constructs/kube/manifest.js';
import type { DistUnit, Source } from './dist.js';
import type { Site } from './proxy.js';

/** What says of a ConfigMap that it stands for what a chart would have made: the chart's name. */
export const doubleLabel = 'platform-tests/chart';

/**
 * Doubles of chart repositories: the charts of the pinned names and versions, each with nothing in it but a ConfigMap
 * that keeps the values it was given. That a chart takes those values, and what it makes of them, is not tested by it.
 */
export function chartSite(charts: readonly Source[], folder: string): Site {
  const packed = new Map<string, Buffer>();
  const indexes = new Map<string, Map<string, string[]>>();
  for (const { repoURL, chart, targetRevision } of charts) {
    const base = repoURL.replace(/\/$/, '');
    const file = `${chart}-${targetRevision}.tgz`;
    packed.set(`${base}/${file}`, pack(chart as string, targetRevision, join(folder, file)));
    const entries = indexes.get(base) ?? new Map<string, string[]>();
    indexes.set(
      base,
      entries.set(chart as string, [...new Set([...(entries.get(chart as string) ?? []), targetRevision])]),
    );
  }
  return (url, _request, response) => {
    const asked = `${url.origin}${url.pathname}`;
    const entries = indexes.get(asked.replace(/\/index\.yaml$/, '').replace(/\/$/, ''));
    const body = packed.get(asked) ?? (asked.endsWith('/index.yaml') && entries && index(entries));
    if (!body) return false;
    response.writeHead(200).end(body);
    return true;
  };
}

const index = (entries: ReadonlyMap<string, readonly string[]>): string =>
  JSON.stringify({
    apiVersion: 'v1',
    entries: Object.fromEntries(
      [...entries].map(([name, versions]) => [
        name,
        versions.map((version) => ({ apiVersion: 'v2', name, version, urls: [`${name}-${version}.tgz`] })),
      ]),
    ),
  });

function pack(name: string, version: string, file: string): Buffer {
  const home = `${file}.d`;
  mkdirSync(join(home, name, 'templates'), { recursive: true });
  writeFileSync(join(home, name, 'Chart.yaml'), JSON.stringify({ apiVersion: 'v2', name, version }));
  writeFileSync(
    join(home, name, 'templates/double.yaml'),
    `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}-chart-double
  labels: { ${doubleLabel}: {{ .Chart.Name }} }
data:
  release: {{ .Release.Name | quote }}
  values: {{ .Values | toJson | quote }}
`,
  );
  execFileSync('tar', ['-C', home, '-czf', file, name]);
  return readFileSync(file);
}

/**
 * Doubles of upstream releases that kustomizations take in: of what is in them, only the objects that our patches name
 * are there, and of these only what the patches need to find.
 */
export function upstreamSite(units: readonly DistUnit[]): Site {
  const texts = new Map<string, string>();
  for (const unit of units) {
    for (const [at, address] of unit.upstream.entries()) texts.set(address, at === 0 ? releaseOf(unit) : '');
  }
  return (url, _request, response) => {
    const text = texts.get(url.href);
    if (text === undefined) return false;
    response.writeHead(200).end(text);
    return true;
  };
}

function releaseOf({ kustomization, namespace, name }: DistUnit): string {
  const objects = (kustomization?.patches ?? [])
    .filter(({ patch }) => !patch.includes('$patch'))
    .map(({ target }) => target as { kind: string; name: string })
    .map((target) => upstreamObject(target, namespace));
  const anything = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `${name}-upstream-double`, namespace },
  };
  return [...objects, anything].map((object) => toYaml(object)).join('---\n');
}

function upstreamObject({ kind, name }: { kind: string; name: string }, namespace: string) {
  const labels = { app: name };
  const container = { name, image: 'example.com/double:1' };
  const shapes: Record<string, object> = {
    Namespace: { apiVersion: 'v1', metadata: { name } },
    Service: {
      apiVersion: 'v1',
      metadata: { name, namespace },
      spec: { type: 'LoadBalancer', selector: labels, ports: [{ port: 443 }] },
    },
    DaemonSet: {
      apiVersion: 'apps/v1',
      metadata: { name, namespace },
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [container] } },
      },
    },
  };
  if (!shapes[kind]) throw new Error(`no double for a ${kind} of an upstream release: add its shape here`);
  return { kind, ...shapes[kind] };
}
