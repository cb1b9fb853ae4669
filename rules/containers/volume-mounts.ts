import { unknownName } from '../engine/near.js';
import type { Fault, PodRule } from '../engine/rule.js';
import { type Fields, list, text } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';

const mountsOf = (container: Fields): readonly Fields[] => [
  ...list(container, 'volumeMounts'),
  ...list(container, 'volumeDevices'),
];

function pathFaults(container: Fields): Fault[] {
  const seen = new Map<string, string>();
  return list(container, 'volumeMounts').flatMap((mount) => {
    const path = text(mount, 'mountPath').replace(/(.)\/+$/, '$1');
    const other = seen.get(path);
    seen.set(path, text(mount, 'name'));
    const what = `container '${text(container, 'name')}' mounts '${other}' and '${text(mount, 'name')}' at '${path}'`;
    return other === undefined ? [] : [{ what, fix: 'Give each its own path' }];
  });
}

export const volumeMounts: PodRule = {
  id: 'volume-mounts',
  title: 'Each mount is of a volume of the pod, at a path of its own, and each volume is mounted',
  why: 'The API server refuses a pod that mounts what it does not have. What is never mounted is most often a slip.',
  fix: 'Mount a volume that the pod has, or remove the one that nothing mounts',
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
            `container '${text(container, 'name')}' mounts '${name}', which is no volume of the pod`,
            name,
            known,
            volumeMounts.fix,
          ),
        ),
    );
    const idle = [...known]
      .filter((name) => !mounted.has(name))
      .map((name) => `volume '${name}' is not mounted`);
    return [...missing, ...idle, ...containers.flatMap(pathFaults)];
  },
  good: deployment({
    pod: 'volumes: [{ name: tmp, emptyDir: {} }]',
    container: 'volumeMounts: [{ name: tmp, mountPath: /tmp }]',
  }),
  bad: deployment({
    pod: 'volumes: [{ name: tmp, emptyDir: {} }]',
    container: 'volumeMounts: [{ name: temp, mountPath: /tmp }]',
  }),
};
