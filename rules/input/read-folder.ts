import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { listFiles } from '../../cli/files.js';
import type { Manifest } from '../../constructs/kube/manifest.js';
import { distFolder, sourcesOf } from '../engine/application.js';
import { type Item, namespaceOf } from '../engine/inventory.js';
import { text } from '../engine/untyped.js';
import { foldersOfSet } from './folders-of-set.js';

/** A file, or a document of one, that is no Kubernetes object. */
export interface Skipped {
  readonly file: string;
  readonly why: string;
}

/** What a folder of YAML holds. */
export interface Folder {
  readonly items: readonly Item[];
  readonly skipped: readonly Skipped[];
}

/** Files larger than this, in bytes, are no manifests that people write. */
const largest = 20_000_000;

/** Every Kubernetes object of every `.yaml` and `.yml` file below a folder, or of one file. */
export function readFolder(path: string): Folder {
  const isFile = statSync(path).isFile();
  const files = isFile ? [''] : listFiles(path).filter((name) => /\.ya?ml$/.test(name));
  const documents: { file: string; document: unknown }[] = [];
  const skipped: Skipped[] = [];
  for (const file of files) {
    try {
      for (const document of documentsOf(join(path, file))) documents.push({ file: file || path, document });
    } catch (error) {
      skipped.push({
        file: file || path,
        why: (error as Error).message.split('\n')[0] ?? 'it cannot be read',
      });
    }
  }
  const manifests = documents.flatMap(({ file, document }) => {
    const found = objectsIn(document);
    if (found.length === 0 && document !== null && document !== undefined)
      skipped.push({ file, why: 'it holds a document that is no Kubernetes object' });
    return found.map((manifest) => ({ file, manifest }));
  });
  return { items: placed(manifests), skipped };
}

function documentsOf(path: string): unknown[] {
  const bytes = readFileSync(path);
  if (bytes.length > largest) throw new Error(`it has ${bytes.length} bytes, ${largest} are read at most`);
  if (bytes.includes(0)) throw new Error('it is no text');
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  try {
    return loadAll(text) as unknown[];
  } catch (error) {
    if (text.includes('{{')) throw new Error('it is a template: render it first, as helm template does');
    throw error;
  }
}

/** An object, or those of a List. */
function objectsIn(document: unknown): Manifest[] {
  if (typeof document !== 'object' || document === null) return [];
  const { apiVersion, kind, items } = document as Partial<Manifest> & { items?: unknown };
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return [];
  if (kind.endsWith('List') && Array.isArray(items)) return items.flatMap(objectsIn);
  const { metadata } = document as Manifest;
  return [{ ...(document as Manifest), metadata: metadata ?? { name: '' } }];
}

/** In which cluster, unit and namespace each lands: as its Application says, if one of them is there. */
export function placed(manifests: readonly { readonly file: string; readonly manifest: Manifest }[]): Item[] {
  const namespaces = new Map<string, string>();
  for (const { manifest } of manifests) {
    if (manifest.kind !== 'Application') continue;
    for (const { path } of sourcesOf(manifest)) {
      const folder = distFolder(path);
      if (folder) namespaces.set(folder, text(manifest, 'spec', 'destination', 'namespace'));
    }
  }
  for (const { manifest } of manifests) {
    if (manifest.kind !== 'ApplicationSet') continue;
    // Of all that it lands in, the one in which every parameter is 0 stands for the others.
    const namespace = text(manifest, 'spec', 'template', 'spec', 'destination', 'namespace');
    for (const folder of foldersOfSet(manifest))
      namespaces.set(folder, namespace.replace(/\{\{.*?\}\}/g, '0'));
  }
  return manifests.map(({ file, manifest }) => {
    const [first = '', second = '', third] = file.split('/');
    const isUnit = third !== undefined && namespaces.has(`${first}/${second}`);
    const isArgo = namespaces.size > 0 && !isUnit;
    return {
      manifest,
      file,
      cluster: isUnit ? first : isArgo ? 'host' : '',
      unit: isUnit ? second : isArgo ? 'argocd' : '',
      namespace: namespaceOf(manifest, isUnit ? (namespaces.get(`${first}/${second}`) ?? '') : 'default'),
    };
  });
}
