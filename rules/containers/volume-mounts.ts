import { fill, type Text } from '../../constructs/refusals/text.js';
import { unknownName } from '../engine/near.js';
import type { Fault, PodRule } from '../engine/rule.js';
import { type Fields, list, text } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { containerNamed } from '../facts/containers.js';

const mountsOf = (container: Fields): readonly Fields[] => [
  ...list(container, 'volumeMounts'),
  ...list(container, 'volumeDevices'),
];

const samePath: Text = {
  en: "<container> mounts '<other>' and '<name>' at '<path>'",
  fr: '<container> monte « <other> » et « <name> » à « <path> »',
};
const unknown: Text = {
  en: "<container> mounts '<name>', which is not a volume of the pod",
  fr: '<container> monte « <name> », qui n’est pas un volume du pod',
};

function pathFaults(container: Fields): Fault[] {
  const seen = new Map<string, string>();
  return list(container, 'volumeMounts').flatMap((mount) => {
    const path = text(mount, 'mountPath').replace(/(.)\/+$/, '$1');
    const other = seen.get(path);
    seen.set(path, text(mount, 'name'));
    if (other === undefined) return [];
    const what = fill(samePath, {
      container: containerNamed(text(container, 'name')),
      other,
      name: text(mount, 'name'),
      path,
    });
    return [{ what, fix: { en: 'Give each its own path', fr: 'Donnez à chacun son propre chemin' } }];
  });
}

export const volumeMounts: PodRule = {
  id: 'volume-mounts',
  title: {
    en: 'Every volume of a pod is mounted, and every mount has a volume and its own path',
    fr: 'Chaque volume d’un pod est monté, et chaque montage a son volume et son chemin',
  },
  why: {
    en: 'The API server refuses a pod that mounts a volume it does not have. A volume that is never mounted is usually a mistake.',
    fr: 'Le serveur d’API refuse un pod qui monte un volume qu’il n’a pas. Un volume jamais monté est le plus souvent une erreur.',
  },
  fix: {
    en: 'Mount a volume that the pod has, or remove the one that nothing mounts',
    fr: 'Montez un volume que le pod a, ou enlevez celui que rien ne monte',
  },
  kinds: 'workloads',
  check: ({ manifest, pod }) => {
    const containers = [
      ...list(pod, 'spec', 'initContainers'),
      ...list(pod, 'spec', 'containers'),
      ...list(pod, 'spec', 'ephemeralContainers'),
    ];
    const volumes = list(pod, 'spec', 'volumes').map((each) => text(each, 'name'));
    const templates = list(manifest, 'spec', 'volumeClaimTemplates').map((each) =>
      text(each, 'metadata', 'name'),
    );
    const known = new Set([...volumes, ...templates]);
    const mounted = new Set(containers.flatMap(mountsOf).map((mount) => text(mount, 'name')));
    const missing = containers.flatMap((container) =>
      mountsOf(container)
        .map((mount) => text(mount, 'name'))
        .filter((name) => !known.has(name))
        .map((name) =>
          unknownName(
            fill(unknown, { container: containerNamed(text(container, 'name')), name }),
            name,
            known,
            volumeMounts.fix,
          ),
        ),
    );
    const unmounted = [...known]
      .filter((name) => !mounted.has(name))
      .map((name) => ({
        en: `volume '${name}' is not mounted`,
        fr: `le volume « ${name} » n’est pas monté`,
      }));
    return [...missing, ...unmounted, ...containers.flatMap(pathFaults)];
  },
  good: deployment({
    pod: 'volumes: [{ name: tmp, emptyDir: {} }]',
    container: 'volumeMounts: [{ name: tmp, mountPath: /tmp }]',
  }),
  bad: deployment({
    pod: 'volumes: [{ name: tmp, emptyDir: {} }]',
    container: 'volumeMounts: [{ name: tmp, mountPath: /tmp }, { name: data, mountPath: /data }]',
  }),
  finds: ["container 'chess' mounts 'data', which is not a volume of the pod"],
};
