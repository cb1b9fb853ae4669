import { k8s } from 'cdk8s-plus-28';
import { type Fault, fault } from '../refusals/fault.js';
import { canonicalCpu, measureName, multiply, parseQuantity, quantityFault } from '../values/quantity.js';

/** How much of something a container asks for and may use at most; one figure is what it asks for. */
export type Amount = string | { readonly request: string; readonly limit: string };

/** The CPU and memory of a container. */
export interface Resources {
  /** CPU. @default - a request's fivefold as limit */
  readonly cpu: Amount;
  /** Memory. @default - a request's double as limit */
  readonly memory: Amount;
}

/** Named sizes, measured from what the platform has been running. */
export const podSizes = {
  /** 50m/64Mi, at most 250m/128Mi: a bot, a redirect. */
  tiny: { cpu: '50m', memory: '64Mi' },
  /** 100m/128Mi, at most 500m/256Mi: a club's site. */
  small: { cpu: '100m', memory: '128Mi' },
  /** 250m/256Mi, at most 1 CPU/512Mi: a CMS, an API. */
  medium: { cpu: { request: '250m', limit: '1' }, memory: '256Mi' },
  /** 500m/1Gi, at most 2 CPU/2Gi: a database. */
  large: { cpu: { request: '500m', limit: '2' }, memory: '1Gi' },
} as const satisfies Record<string, Resources>;

/** `tiny`, `small`, `medium` or `large`. */
export type PodSize = keyof typeof podSizes;

/** Scratch space and logs of a container on its node's disk. */
const ephemeralStorage = { request: '256Mi', limit: '1Gi' };

/** An amount with its limit spelled out. */
const spread = (amount: Amount, factor: number): { request: string; limit: string } =>
  typeof amount === 'string' ? { request: amount, limit: multiply(amount, factor) } : amount;

/** CPU and memory of a pod: its named size, with the figures given instead. */
export const resourcesOf = (
  { size, resources }: { readonly size?: PodSize; readonly resources?: Partial<Resources> },
  usual: PodSize,
): Resources => ({ ...(podSizes[size ?? usual] ?? podSizes[usual]), ...resources });

/** What is wrong with these resources. */
export function resourceFaults({ cpu, memory }: Resources): Fault[] {
  const faultsOf = (amount: Amount, measure: 'cpu' | 'memory') => {
    const field = ['resources', measure];
    if (typeof amount === 'string') return [quantityFault(amount, measure, field) ?? []].flat();
    const { request, limit } = amount;
    const faults = [
      quantityFault(request, measure, [...field, 'request']) ?? [],
      quantityFault(limit, measure, [...field, 'limit']) ?? [],
    ].flat();
    if (faults.length > 0 || (parseQuantity(request) ?? 0) <= (parseQuantity(limit) ?? 0)) return faults;
    return [fault('request-above-limit', { measure: measureName(measure), request, limit }, { field })];
  };
  return [...faultsOf(cpu, 'cpu'), ...faultsOf(memory, 'memory')];
}

/** The `resources` of a container. */
export function resourceRequirements(resources: Resources): k8s.ResourceRequirements {
  const cpu = spread(resources.cpu, 5);
  const memory = spread(resources.memory, 2);
  const figures = (which: 'request' | 'limit') => ({
    cpu: k8s.Quantity.fromString(canonicalCpu(cpu[which])),
    memory: k8s.Quantity.fromString(memory[which]),
    'ephemeral-storage': k8s.Quantity.fromString(ephemeralStorage[which]),
  });
  return { requests: figures('request'), limits: figures('limit') };
}
