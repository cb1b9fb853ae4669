import type { Pod } from '../engine/pod-view.js';
import { list, text } from '../engine/untyped.js';

/** The ports of a pod's containers, by name and by number. */
export const portsOf = (pod: Pod): readonly { readonly name: string; readonly number: number }[] =>
  [...list(pod, 'spec', 'containers'), ...list(pod, 'spec', 'initContainers')]
    .flatMap((container) => list(container, 'ports'))
    .map((port) => ({ name: text(port, 'name'), number: Number(port['containerPort']) }));

/** Whether a pod listens on a port, given by name or number. */
export const hasPort = (pod: Pod, port: string | number): boolean =>
  portsOf(pod).some(({ name, number }) => (typeof port === 'string' ? name === port : number === port));

/** The ports of pods, by name if they have one: `http`, else `8080`. */
export const portNames = (pods: readonly Pod[]): string[] =>
  pods.flatMap(portsOf).map(({ name, number }) => name || String(number));
