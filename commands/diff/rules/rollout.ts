import { isDeepStrictEqual } from 'node:util';
import type { Manifest } from '../../../constructs/kube/manifest.js';
import { sourcesOf } from '../../../rules/engine/application.js';
import { podIn } from '../../../rules/engine/pod-view.js';
import type { Change } from '../changes.js';
import { isBelow } from '../fields.js';
import { more, nameOf, type Rules } from './rule.js';

/** The version of each chart of an Application. */
const chartsOf = (manifest: Manifest | undefined): Map<string, string> =>
  new Map(
    manifest?.kind === 'Application'
      ? sourcesOf(manifest).flatMap(({ chart, targetRevision }) =>
          chart ? [[chart, targetRevision] as const] : [],
        )
      : [],
  );

const major = (version: string): string => version.replace(/^v/, '').split('.')[0] ?? '';

const newVersions = ({ before, after }: Change): { text: string; isMajor: boolean }[] => {
  const old = chartsOf(before?.manifest);
  return [...chartsOf(after?.manifest)].flatMap(([chart, version]) => {
    const was = old.get(chart);
    return was === undefined || was === version
      ? []
      : [{ text: `chart ${chart}: ${was} → ${version}`, isMajor: major(was) !== major(version) }];
  });
};

const addresses = (manifest: Manifest | undefined): string[] =>
  manifest?.kind === 'Kustomization' ? ((manifest['resources'] ?? []) as string[]) : [];

const isStopped = (manifest: Manifest | undefined): boolean => {
  const { replicas, suspend } = (manifest?.['spec'] ?? {}) as { replicas?: number; suspend?: boolean };
  return manifest !== undefined && podIn(manifest) !== undefined && (replicas === 0 || suspend === true);
};

/** What starts anew, stops, or changes beyond what is shown. */
export const rollout = {
  'chart-major': (change) => newVersions(change).flatMap(({ text, isMajor }) => (isMajor ? [text] : [])),
  'chart-changed': (change) => newVersions(change).flatMap(({ text, isMajor }) => (isMajor ? [] : [text])),

  'values-changed': (change) =>
    change.resource.kind === 'Application' && change.fields.some(({ path }) => path.includes('helm'))
      ? [`the values of ${nameOf(change)} change`]
      : [],

  'release-changed': ({ before, after }) =>
    before && after
      ? more(addresses(before.manifest), addresses(after.manifest)).map((address) => `takes in ${address}`)
      : [],

  'servers-changed': (change) =>
    change.resource.cluster === 'omni' ? [`${nameOf(change)} of the servers is ${change.action}`] : [],

  'by-hand': (change) =>
    change.resource.file === 'root.yaml' ? [`${nameOf(change)} of root.yaml is ${change.action}`] : [],

  stopped: (change) =>
    change.action === 'changed' && isStopped(change.after?.manifest) && !isStopped(change.before?.manifest)
      ? [`${nameOf(change)} is switched off`]
      : [],

  'pods-replaced': ({ action, before, after, resource }) => {
    const runs = ['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout'].includes(resource.kind);
    const pods = [before, after].map((side) => side && podIn(side.manifest));
    return action === 'changed' && runs && !isDeepStrictEqual(pods[0], pods[1])
      ? [`${resource.kind} ${resource.name} rolls out`]
      : [];
  },

  'files-changed': (change) =>
    change.action === 'changed' &&
    change.resource.kind === 'ConfigMap' &&
    change.fields.some((field) => isBelow(field, 'data') || isBelow(field, 'binaryData'))
      ? [`the files of ${nameOf(change)} change`]
      : [],
} satisfies Rules;
