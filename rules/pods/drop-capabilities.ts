import { fill, type Text } from '../../constructs/refusals/text.js';
import type { Inventory, Workload } from '../engine/inventory.js';
import { type Container, containersOf } from '../engine/pod-view.js';
import type { Fault, PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';

/** The capabilities that Pod Security `restricted` allows. */
const forClubs = ['NET_BIND_SERVICE'];

/** The capabilities that `baseline` allows: those that container runtimes give by default, except NET_RAW. */
const forOthers = [
  ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD'],
  ...['NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
];

export const dropCapabilities: PodRule = {
  id: 'drop-capabilities',
  title: {
    en: 'Containers drop all capabilities of root but the few that they need',
    fr: 'Les conteneurs abandonnent les capacités de root, sauf celles dont ils ont besoin',
  },
  why: {
    en: 'By default a container may forge network packets (NET_RAW) and change the files of other users; a web site never needs to.',
    fr: 'Par défaut, un conteneur peut falsifier des paquets réseau (NET_RAW) et modifier les fichiers d’autres utilisateurs ; un site web n’en a jamais besoin.',
  },
  fix: {
    en: 'Set capabilities: { drop: [ALL] } in the securityContext of the container',
    fr: 'Mettez capabilities: { drop: [ALL] } dans le securityContext du conteneur',
  },
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
  finds: ["container 'chess' adds the capability NET_RAW"],
};

function dropped({ name, securityContext }: Container): Fault[] {
  const drop = listOf(securityContext?.capabilities?.drop);
  if (drop.includes('ALL')) return [];
  const near = drop.find((each) => `${each}`.toUpperCase() === 'ALL');
  const what: Text =
    drop.length > 0
      ? {
          en: `container '${name}' drops ${drop.join(', ')}, not ALL`,
          fr: `le conteneur « ${name} » abandonne ${drop.join(', ')}, et non ALL`,
        }
      : {
          en: `container '${name}' drops no capability`,
          fr: `le conteneur « ${name} » n’abandonne aucune capacité`,
        };
  if (!near) return [what];
  return [{ what, fix: { en: `Write ALL instead of ${near}`, fr: `Écrivez ALL au lieu de ${near}` } }];
}

function added({ name, securityContext }: Container, item: Workload, inventory: Inventory): Fault[] {
  const allowed = inventory.isClub(item) ? forClubs : forOthers;
  return listOf(securityContext?.capabilities?.add)
    .filter((each) => !allowed.includes(each))
    .map((each) => {
      const plain = `${each}`.toUpperCase().replace(/^CAP_/, '');
      const fix: Text = allowed.includes(plain)
        ? { en: `Write ${plain} instead of ${each}`, fr: `Écrivez ${plain} au lieu de ${each}` }
        : fill(
            {
              en: 'Remove <each>; only <allowed> may be added',
              fr: 'Retirez <each> ; seul <allowed> peut être ajouté',
            },
            { each: `${each}`, allowed },
          );
      const what: Text = {
        en: `container '${name}' adds the capability ${each}`,
        fr: `le conteneur « ${name} » ajoute la capacité ${each}`,
      };
      return { what, fix };
    });
}
