import type { Manifest } from '../../../constructs/kube/manifest.js';
import { podIn } from '../../../rules/engine/pod-view.js';
import type { Change } from '../changes.js';
import { type Powers, powersOf } from '../powers.js';
import { more, nameOf, type Rule, type Rules } from './rule.js';

const label = 'pod-security.kubernetes.io/enforce';
const podSecurity = ['privileged', 'baseline', 'restricted'];

/** What a namespace enforces; without a label, as good as nothing. */
const enforced = (manifest: Manifest): string => manifest.metadata.labels?.[label] ?? 'privileged';
const isNamespace = ({ resource: { kind } }: Change): boolean => kind === 'Namespace';

const gained =
  (power: keyof Powers): Rule =>
  (change) => {
    const of = (manifest: Manifest | undefined) => powersOf(manifest && podIn(manifest))[power];
    return more(of(change.before?.manifest), of(change.after?.manifest)).map(
      (what) => `${nameOf(change)} ${what}`,
    );
  };

/** What pods may do to the servers. */
export const privileges = {
  'pod-security-lowered': (change) => {
    if (!isNamespace(change) || !change.before || !change.after) return [];
    const [was, is] = [enforced(change.before.manifest), enforced(change.after.manifest)];
    return podSecurity.indexOf(is) < podSecurity.indexOf(was)
      ? [`namespace ${change.resource.name}: Pod Security ${was} → ${is}`]
      : [];
  },

  'pod-security-low': (change) =>
    isNamespace(change) && change.action === 'added' && enforced(change.resource.manifest) !== 'restricted'
      ? [`namespace ${change.resource.name} has Pod Security ${enforced(change.resource.manifest)}`]
      : [],

  privileged: gained('privileged'),
  'host-access': gained('host-access'),
  capabilities: gained('capabilities'),
  'root-user': gained('root-user'),
  escalation: gained('escalation'),
} satisfies Rules;
