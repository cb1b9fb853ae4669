import { suggest } from '../../constructs/values/names.js';
import type { ObjectRule } from '../engine/rule.js';
import { isPrefixed, prefixes, wellKnown } from './well-known.js';

const service = (annotation: string): string => `apiVersion: v1
kind: Service
metadata: { name: chess, annotations: { ${annotation} } }
spec: { selector: { app: chess }, ports: [{ port: 80 }] }
`;

const known = new Map<string, string | undefined>();

/** What was meant by an annotation that nothing reads. Thousands of objects have the same. */
function meant(key: string): string | undefined {
  if (!known.has(key)) known.set(key, guess(key));
  return known.get(key);
}

function guess(key: string): string | undefined {
  if (isPrefixed(key)) return suggest(key, wellKnown) ?? '';
  const [, prefix, name] = /^([^/]*\/)(.*)$/.exec(key) ?? [];
  // What something else reads may end like these, as nginx.ingress.kubernetes.io/ does.
  if (!prefix || prefixes.some((each) => prefix.endsWith(`.${each}`))) return undefined;
  const near = prefixes.find((each) => each.endsWith(`.${prefix}`)) ?? suggest(prefix, prefixes);
  return near && wellKnown.has(near + name) ? near + name : undefined;
}

export const annotationName: ObjectRule = {
  id: 'annotation-name',
  title: 'Annotations have names that something reads',
  why: 'A misspelt annotation is no error anywhere: it just does nothing.',
  fix: 'Look its name up in the manual of what should read it',
  check: ({ manifest }) =>
    Object.keys(manifest.metadata?.annotations ?? {})
      .filter((key) => !wellKnown.has(key))
      .flatMap((key) => {
        const near = meant(key);
        const what = `nothing reads its annotation '${key}'`;
        return near === undefined ? [] : [near ? { what, fix: `Did you mean ${near}?` } : what];
      }),
  good: service('argocd.argoproj.io/sync-wave: "1"'),
  bad: service('argocd.argoproj.io/sync-wav: "1"'),
};
