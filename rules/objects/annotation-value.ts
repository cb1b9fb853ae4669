import { oneOf, suggest } from '../../constructs/values/names.js';
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

/** What each annotation of Argo CD may hold, one or several of a list. */
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
  title: 'What Argo CD is told by annotations is something that it knows',
  why: 'Argo CD takes a wave that is no number for 0, and passes over options that it does not know.',
  fix: 'Give a whole number in quotes, such as "-1"',
  check: ({ manifest }) => {
    const faults: Fault[] = entries(manifest.metadata?.annotations).flatMap(([key, value]) => {
      const [, name = ''] = /^argocd\.argoproj\.io\/(.*)$/.exec(key) ?? [];
      if (name === 'sync-wave')
        return typeof value === 'string' && /^[-+]?\d+$/.test(value)
          ? []
          : [`its sync-wave '${value}' is no integer`];
      const known = lists[name];
      return known ? `${value}`.split(',').flatMap((each) => fault(name, each.trim(), known)) : [];
    });
    if (manifest.kind !== 'Application') return faults;
    const given = texts(at(manifest, 'spec', 'syncPolicy', 'syncOptions'));
    return [...faults, ...given.flatMap((each) => fault('syncOptions', each, options))];
  },
  good: `${annotated('sync-wave: "-1"')}---\n${annotated('sync-options: "Prune=false,Delete=false"')}`,
  bad: `${annotated('sync-wave: "first"')}---\n${annotated('sync-options: "Prune=fales"')}`,
};

function fault(name: string, value: string, known: readonly string[]): Fault[] {
  if (known.includes(value)) return [];
  const near = suggest(value, known) ?? known.find((each) => each.toLowerCase() === value.toLowerCase());
  const fix = near ? `Did you mean ${near}?` : `Argo CD knows ${oneOf(known)}`;
  return [{ what: `its ${name} '${value}' is none that Argo CD knows`, fix }];
}
