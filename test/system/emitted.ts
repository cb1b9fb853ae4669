import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';

const dist = resolve(import.meta.dirname, '../../dist');

/** The object in a file of `dist/`. */
// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
export const emitted = (path: string): any => load(readFileSync(`${dist}/${path}`, 'utf8'));

/** The wave of a unit's Application. */
export const waveOf = (unit: string): number =>
  Number(emitted(`argocd/Application.${unit}.yaml`).metadata.annotations['argocd.argoproj.io/sync-wave']);
