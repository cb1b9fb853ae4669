import type { Item } from '../engine/inventory.js';
import { at, list, text, texts } from '../engine/untyped.js';
import type { Destination } from './argocd.js';
import { globMatches } from './glob.js';

/** Whether an AppProject allows a repository. A pattern that begins with `!` excludes what it matches. */
export function allowsSource({ manifest }: Item, repository: string): boolean {
  const patterns = texts(at(manifest, 'spec', 'sourceRepos')).map((pattern) => pattern.trim());
  const fits = (pattern: string) => globMatches(plainUrl(pattern), plainUrl(repository), '/');
  const denied = patterns.filter((pattern) => pattern.startsWith('!'));
  return (
    !denied.some((pattern) => fits(pattern.slice(1))) &&
    patterns.some((pattern) => pattern.startsWith('!') || fits(pattern))
  );
}

/** The address of a repository in the form in which Argo CD compares it. */
const plainUrl = (address: string): string => {
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/\.git$/, '');
  return plain.replace(/^ssh:\/\//, '').replace(/^([^/@]+@[^/:]+):/, '$1/');
};

/** Whether an AppProject allows a namespace of a cluster. */
export function allowsDestination({ manifest }: Item, { name, server, namespace }: Destination): boolean {
  let isAllowed = false;
  for (const entry of list(at(manifest, 'spec', 'destinations'))) {
    const isCluster = fitsWord(entry['name'], name) || fitsWord(entry['server'], server);
    const pattern = text(entry['namespace']);
    if (isCluster && pattern.startsWith('!') && globMatches(pattern.slice(1), namespace)) return false;
    if (isCluster && (pattern.startsWith('!') || globMatches(pattern, namespace))) isAllowed = true;
  }
  return isAllowed;
}

function fitsWord(pattern: unknown, value: string): boolean {
  if (typeof pattern !== 'string' || value === '') return false;
  return pattern.startsWith('!') ? !globMatches(pattern.slice(1), value) : globMatches(pattern, value);
}

/** Whether an AppProject allows a kind. Without a list, it allows all namespaced kinds and no cluster-wide ones. */
export function allowsKind({ manifest }: Item, group: string, kind: string, isNamespaced: boolean): boolean {
  const spec = at(manifest, 'spec');
  const scope = isNamespaced ? 'namespaceResource' : 'clusterResource';
  const names = (kinds: unknown) =>
    list(kinds).some(
      (entry) => globMatches(text(entry['group']), group, '/') && globMatches(text(entry['kind']), kind, '/'),
    );
  const white = at(spec, `${scope}Whitelist`);
  const isWhite = isNamespaced && (white === undefined || white === null) ? true : names(white);
  return isWhite && !names(at(spec, `${scope}Blacklist`));
}
