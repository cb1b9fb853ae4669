import { oneOf } from '../../constructs/values/names.js';
import type { Inventory, Workload } from '../engine/inventory.js';
import { type Container, containersOf } from '../engine/pod-view.js';
import type { Fault, PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';

/** What Pod Security `restricted` lets a container have. */
const forClubs = ['NET_BIND_SERVICE'];

/** What `baseline` lets it have: what container runtimes give by themselves, but for NET_RAW. */
const forOthers = [
  ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD'],
  ...['NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
];

export const dropCapabilities: PodRule = {
  id: 'drop-capabilities',
  title: 'Containers give up the powers of root, all but the few they need',
  why: 'By default a container may forge packets (NET_RAW) and take over files of others; a web site never needs to.',
  fix: 'Set capabilities: { drop: [ALL] } in the securityContext of the container',
  lists: [
    'kube-linter/drop-net-raw-capability',
    'polaris/dangerousCapabilities',
    'polaris/insecureCapabilities',
    'pss/baseline/capabilities',
    'pss/restricted/capabilities',
    'nsa/C-0046',
  ],
  kinds: 'workloads',
  check: (item, inventory) =>
    containersOf(item.pod).flatMap((container) => [
      ...dropped(container),
      ...added(container, item, inventory),
    ]),
  good: deployment({
    container: 'securityContext: { capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] } }',
  }),
  bad: deployment({ container: 'securityContext: { capabilities: { drop: [ALL], add: [NET_RAW] } }' }),
};

function dropped({ name, securityContext }: Container): Fault[] {
  const drop = listOf(securityContext?.capabilities?.drop);
  if (drop.includes('ALL')) return [];
  const near = drop.find((each) => `${each}`.toUpperCase() === 'ALL');
  const what = drop.length > 0 ? `drops ${oneOf(drop)}, not ALL` : 'drops no capability';
  return [
    near
      ? { what: `container '${name}' ${what}`, fix: `Write ALL for ${near}` }
      : `container '${name}' ${what}`,
  ];
}

function added({ name, securityContext }: Container, item: Workload, inventory: Inventory): Fault[] {
  const allowed = inventory.isClub(item) ? forClubs : forOthers;
  return listOf(securityContext?.capabilities?.add)
    .filter((each) => !allowed.includes(each))
    .map((each) => {
      const plain = `${each}`.toUpperCase().replace(/^CAP_/, '');
      const fix = allowed.includes(plain)
        ? `Write ${plain} for ${each}`
        : `Remove ${each}; it may have ${oneOf(allowed)}`;
      return { what: `container '${name}' adds the capability ${each}`, fix };
    });
}
