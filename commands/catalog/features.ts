import { ownAnnotations } from '../../constructs/values/labels.js';
import type { Item } from '../../rules/engine/inventory.js';
import { at, list, text } from '../../rules/engine/untyped.js';
import { foldersOfSet } from '../../rules/input/folders-of-set.js';
import { type Feature, features } from './model.js';

/** Whose features are asked for. */
export interface Featured {
  readonly app: string;
  readonly environment: string;
  /** The channel that hears its alerts. */
  readonly alerts: string;
  /** What it consists of there. */
  readonly own: readonly Item[];
}

/** What an app has in one environment by being declared, as the manifests of all that is deployed show it. */
export function featuresBy(all: readonly Item[]): (featured: Featured) => Feature[] {
  const records = recordsIn(ofKind(all, 'PrometheusRule'));
  const receivers = new Set(ofKind(all, 'AlertmanagerConfig').map(({ manifest }) => manifest.metadata.name));
  const previewed = new Set(
    ofKind(all, 'ApplicationSet').flatMap(({ manifest }) =>
      foldersOfSet(manifest).map((path) => path.replace(/^[^/]+\//, '')),
    ),
  );
  return ({ app, environment, alerts, own }) => {
    const isWatched = records.has(keyOf('app:info', app, environment));
    const claims = own.flatMap(({ manifest }) => [
      manifest,
      ...list(manifest, 'spec', 'volumeClaimTemplates'),
    ]);
    const has: Record<Feature, boolean> = {
      watched: isWatched,
      alerted: isWatched && receivers.has(`channel-${alerts}`),
      objective: records.has(keyOf('app:slo:availability', app, environment)),
      scaled: ofKind(own, 'HorizontalPodAutoscaler').length > 0,
      released: ofKind(own, 'Rollout').length > 0,
      backedUp: claims.some(
        (claim) => at(claim, 'metadata', 'annotations', ownAnnotations.backup) === 'daily',
      ),
      previewed: previewed.has(`${app}-preview`),
    };
    return features.filter((feature) => has[feature]);
  };
}

const ofKind = (items: readonly Item[], kind: string): Item[] =>
  items.filter(({ manifest }) => manifest.kind === kind);

/** What rules record of apps in environments. */
const recordsIn = (rules: readonly Item[]): ReadonlySet<string> =>
  new Set(
    rules
      .flatMap(({ manifest }) => list(manifest, 'spec', 'groups').flatMap((group) => list(group, 'rules')))
      .map((rule) => keyOf(rule['record'], text(rule, 'labels', 'app'), text(rule, 'labels', 'environment'))),
  );

const keyOf = (...parts: readonly unknown[]): string => JSON.stringify(parts);
