import { didYouMean } from '../../constructs/refusals/text.js';
import { suggest } from '../../constructs/values/names.js';
import type { ObjectRule } from '../engine/rule.js';
import { isPrefixed, prefixes, wellKnown } from './well-known.js';

const service = (annotation: string): string => `apiVersion: v1
kind: Service
metadata: { name: chess, annotations: { ${annotation} } }
spec: { selector: { app: chess }, ports: [{ port: 80 }] }
`;

const known = new Map<string, string | undefined>();

/** The annotation that was probably meant; kept, because thousands of objects have the same annotations. */
function meant(key: string): string | undefined {
  if (!known.has(key)) known.set(key, guess(key));
  return known.get(key);
}

function guess(key: string): string | undefined {
  if (isPrefixed(key)) return suggest(key, wellKnown) ?? '';
  const [, prefix, name] = /^([^/]*\/)(.*)$/.exec(key) ?? [];
  // Prefixes of other programs may end like these: nginx.ingress.kubernetes.io/.
  if (!prefix || prefixes.some((each) => prefix.endsWith(`.${each}`))) return undefined;
  const near = prefixes.find((each) => each.endsWith(`.${prefix}`)) ?? suggest(prefix, prefixes);
  return near && wellKnown.has(near + name) ? near + name : undefined;
}

export const annotationName: ObjectRule = {
  id: 'annotation-name',
  title: {
    en: 'Annotations have names that some program reads',
    fr: 'Les annotations ont des noms qu’un programme lit',
  },
  why: {
    en: 'A misspelt annotation causes no error: it has no effect.',
    fr: 'Une annotation mal orthographiée ne cause aucune erreur : elle n’a aucun effet.',
  },
  fix: {
    en: 'Look up its name in the documentation of the program that should read it',
    fr: 'Cherchez son nom dans la documentation du programme qui doit la lire',
  },
  check: ({ manifest }) =>
    Object.keys(manifest.metadata?.annotations ?? {})
      .filter((key) => !wellKnown.has(key))
      .flatMap((key) => {
        const near = meant(key);
        const what = {
          en: `no program reads the annotation '${key}'`,
          fr: `aucun programme ne lit l’annotation « ${key} »`,
        };
        return near === undefined ? [] : [near ? { what, fix: didYouMean(near) } : what];
      }),
  good: service('argocd.argoproj.io/sync-wave: "1"'),
  bad: service('argocd.argoproj.io/sync-wav: "1"'),
  finds: ["no program reads the annotation 'argocd.argoproj.io/sync-wav'"],
};
