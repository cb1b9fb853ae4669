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
  /** All that is deployed. */
  readonly all: readonly Item[];
}

/** What an app has in one environment by being declared, as the manifests show it. */
export function featuresOf({ app, environment, alerts, own, all }: Featured): Feature[] {
  const ofKind = (items: readonly Item[], kind: string) =>
    items.filter(({ manifest }) => manifest.kind === kind);
  const recorded = (name: string) =>
    ofKind(all, 'PrometheusRule')
      .flatMap(({ manifest }) => list(manifest, 'spec', 'groups').flatMap((group) => list(group, 'rules')))
      .some(
        (rule) =>
          rule['record'] === name &&
          text(rule, 'labels', 'app') === app &&
          text(rule, 'labels', 'environment') === environment,
      );
  const isWatched = recorded('app:info');
  const hears = ofKind(all, 'AlertmanagerConfig').some(
    ({ manifest }) => manifest.metadata.name === `channel-${alerts}`,
  );
  const claims = own.flatMap(({ manifest }) => [manifest, ...list(manifest, 'spec', 'volumeClaimTemplates')]);
  const folder = new RegExp(`^[^/]+/${app}-preview$`);
  const has: Record<Feature, boolean> = {
    watched: isWatched,
    alerted: isWatched && hears,
    objective: recorded('app:slo:availability'),
    scaled: ofKind(own, 'HorizontalPodAutoscaler').length > 0,
    released: ofKind(own, 'Rollout').length > 0,
    backedUp: claims.some((claim) => at(claim, 'metadata', 'annotations', ownAnnotations.backup) === 'daily'),
    previewed: ofKind(all, 'ApplicationSet').some(({ manifest }) =>
      foldersOfSet(manifest).some((path) => folder.test(path)),
    ),
  };
  return features.filter((feature) => has[feature]);
}
