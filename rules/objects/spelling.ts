import { maxLabel, nearestLabel } from '../../constructs/values/names.js';
import type { Fault } from '../engine/rule.js';
import { list, text } from '../engine/untyped.js';

const part = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** What is wrong with a name as a DNS label; undefined if it is one. */
function labelFault(name: string): string | undefined {
  if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name))
    return 'may hold only a-z, 0-9 and -, and must begin and end with a letter or digit';
  return name.length > maxLabel ? `is ${name.length} characters long, ${maxLabel} are allowed` : undefined;
}

/** The kinds whose names are DNS labels, and those whose names may be anything that fits into a path. */
const labels = new Set(['Namespace', 'Service']);
const paths = new Set(['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding']);
/** Shorter limits, in characters: what a controller appends has to fit. */
const longest: Readonly<Record<string, number>> = { CronJob: 52, StatefulSet: 52, Job: 63 };

const lawful = new Set<string>();

/** What is wrong with the key of a label or annotation. */
export function keyFault(key: string): string | undefined {
  if (lawful.has(key)) return undefined; // thousands of objects have the same
  const fault = keyFaultOf(key);
  if (!fault) lawful.add(key);
  return fault;
}

function keyFaultOf(key: string): string | undefined {
  const [name = '', prefix, ...rest] = key.split('/').reverse();
  if (rest.length > 0 || (prefix !== undefined && (!subdomain.test(prefix) || prefix.length > 253)))
    return `key '${key}' has a prefix that is no DNS name`;
  return part.test(name) && name.length <= 63 ? undefined : `key '${key}' is no lawful key`;
}

/** What is wrong with labels. */
export const labelFaults = (given: Readonly<Record<string, string>>): Fault[] =>
  Object.entries(given).flatMap(([key, value]): Fault[] => {
    const fault = keyFault(key);
    if (fault) return [`label ${fault}`];
    if (value === '' || (part.test(value) && value.length <= 63)) return [];
    const near = nearestLabel(value);
    return [
      {
        what: `label '${key}' has the value '${value}'`,
        fix: `Write ${near ? `'${near}'` : 'letters, digits, -, _ or .'}, or make it an annotation`,
      },
    ];
  });

/** What is wrong with the name of an object of a kind. */
export function nameFault(kind: string, name: string): string | undefined {
  if (name === '' || paths.has(kind)) return undefined;
  if (labels.has(kind)) return labelFault(name);
  const most = longest[kind] ?? 253;
  if (name.length > most) return `is ${name.length} characters long, ${most} are allowed`;
  return subdomain.test(name) ? undefined : 'may hold only a-z, 0-9, - and .';
}

/** Names of ports are at most 15 characters with a letter among them. */
const portName = /^(?=.*[a-z])[a-z0-9]([a-z0-9]|-(?=[a-z0-9]))*$/;

/** What is wrong with the names of a pod's containers and their ports. */
export const podFaults = (pod: unknown): Fault[] =>
  [...list(pod, 'spec', 'initContainers'), ...list(pod, 'spec', 'containers')].flatMap((container) => {
    const name = text(container, 'name');
    const fault = name ? labelFault(name) : undefined;
    const ports = list(container, 'ports').map((port) => text(port, 'name'));
    return [
      ...(fault ? [{ what: `container '${name}' ${fault}`, fix: `Call it '${nearestLabel(name)}'` }] : []),
      ...ports
        .filter((port) => port !== '' && (port.length > 15 || !portName.test(port)))
        .map((port) => ({
          what: `port '${port}' of container '${name}' is no lawful name`,
          fix: 'Write at most 15 of a-z, 0-9 and -, with a letter among them',
        })),
    ];
  });
