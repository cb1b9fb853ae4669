import { didYouMean, fill } from '../../constructs/refusals/text.js';
import { suggest } from '../../constructs/values/names.js';
import type { Fault, ObjectRule } from '../engine/rule.js';
import { at, entries, texts } from '../engine/untyped.js';

const options = [
  ...['Prune=false', 'Prune=confirm', 'Delete=false', 'Delete=confirm', 'Validate=false', 'Validate=true'],
  ...[
    'SkipDryRunOnMissingResource=true',
    'ApplyOutOfSyncOnly=true',
    'PruneLast=true',
    'Replace=true',
    'Force=true',
  ],
  ...['ServerSideApply=true', 'ServerSideApply=false', 'FailOnSharedResource=true', 'CreateNamespace=true'],
  ...['RespectIgnoreDifferences=true', 'ClientSideApplyMigration=false', 'Prune=true', 'Delete=true'],
  ...['Replace=false', 'Force=false', 'CreateNamespace=false', 'PruneLast=false'],
  ...['foreground', 'background', 'orphan'].map((how) => `PrunePropagationPolicy=${how}`),
];

/** The values that annotations of Argo CD may have, one or several, separated by commas. */
const lists: Readonly<Record<string, readonly string[]>> = {
  'sync-options': options,
  hook: ['PreSync', 'Sync', 'PostSync', 'SyncFail', 'PostDelete', 'PreDelete', 'Skip'],
  'hook-delete-policy': ['HookSucceeded', 'HookFailed', 'BeforeHookCreation'],
  'compare-options': [
    ...['IgnoreExtraneous', 'IgnoreExtraneous=true', 'ServerSideDiff=true', 'ServerSideDiff=false'],
    'IncludeMutationWebhook=true',
  ],
};

const annotated = (annotation: string): string =>
  `apiVersion: v1\nkind: Namespace\nmetadata: { name: chess, annotations: { argocd.argoproj.io/${annotation} } }\n`;

export const annotationValue: ObjectRule = {
  id: 'annotation-value',
  title: {
    en: 'Annotations of Argo CD have values that Argo CD knows',
    fr: 'Les annotations d’Argo CD ont des valeurs qu’Argo CD connaît',
  },
  why: {
    en: 'Argo CD reads a sync wave that is not a number as 0, and ignores options that it does not know.',
    fr: 'Argo CD lit une vague (sync-wave) qui n’est pas un nombre comme 0, et ignore les options qu’il ne connaît pas.',
  },
  fix: {
    en: 'Give a whole number in quotes, such as "-1"',
    fr: 'Donnez un nombre entier entre guillemets, comme "-1"',
  },
  check: ({ manifest }) => {
    const faults: Fault[] = entries(manifest.metadata?.annotations).flatMap(([key, value]) => {
      const [, name = ''] = /^argocd\.argoproj\.io\/(.*)$/.exec(key) ?? [];
      if (name === 'sync-wave')
        return typeof value === 'string' && /^[-+]?\d+$/.test(value)
          ? []
          : [
              {
                en: `sync-wave '${value}' is not a whole number in quotes`,
                fr: `sync-wave « ${value} » n’est pas un nombre entier entre guillemets`,
              },
            ];
      const known = lists[name];
      return known ? `${value}`.split(',').flatMap((each) => fault(name, each.trim(), known)) : [];
    });
    if (manifest.kind !== 'Application') return faults;
    const given = texts(at(manifest, 'spec', 'syncPolicy', 'syncOptions'));
    return [...faults, ...given.flatMap((each) => fault('syncOptions', each, options))];
  },
  good: `${annotated('sync-wave: "-1"')}---\n${annotated('sync-options: "Prune=false,Delete=false"')}`,
  bad: `${annotated('sync-wave: "first"')}---\n${annotated('sync-options: "Prune=fales"')}`,
  finds: [
    "sync-wave 'first' is not a whole number in quotes",
    "Argo CD does not know the sync-options 'Prune=fales'",
  ],
};

function fault(name: string, value: string, known: readonly string[]): Fault[] {
  if (known.includes(value)) return [];
  const near = suggest(value, known) ?? known.find((each) => each.toLowerCase() === value.toLowerCase());
  const fix = near ? didYouMean(near) : fill({ en: 'Use <known>', fr: 'Utilisez <known>' }, { known });
  const what = {
    en: `Argo CD does not know the ${name} '${value}'`,
    fr: `Argo CD ne connaît pas la valeur « ${value} » de ${name}`,
  };
  return [{ what, fix }];
}
