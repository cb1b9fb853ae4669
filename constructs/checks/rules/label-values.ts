import { groupOf } from '../../manifest.js';
import { labelFault, nearestLabel } from '../../names.js';
import { isBuiltInGroup } from '../../scope.js';
import { fields, labelsAt, list, text } from '../loose.js';
import { podIn } from '../pod-view.js';
import type { Fault, ObjectRule } from '../rule.js';
import { deployment } from './examples.js';

const part = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** The kinds whose names are DNS labels, and those whose names may be anything that fits into a path. */
const labels = new Set(['Namespace', 'Service']);
const paths = new Set(['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding']);
/** Shorter limits, in characters: what a controller appends has to fit. */
const longest: Readonly<Record<string, number>> = { CronJob: 52, StatefulSet: 52, Job: 63 };

function keyFault(key: string): string | undefined {
  const [name = '', prefix, ...rest] = key.split('/').reverse();
  if (rest.length > 0 || (prefix !== undefined && (!subdomain.test(prefix) || prefix.length > 253)))
    return `key '${key}' has a prefix that is no DNS name`;
  return part.test(name) && name.length <= 63 ? undefined : `key '${key}' is no lawful key`;
}

const labelFaults = (given: Readonly<Record<string, string>>): Fault[] =>
  Object.entries(given).flatMap(([key, value]): Fault[] => {
    const fault = keyFault(key);
    if (fault) return [`label ${fault}`];
    if (value === '' || (part.test(value) && value.length <= 63)) return [];
    const near = nearestLabel(value);
    return [
      {
        what: `label '${key}' has the value '${value}'`,
        mend: `Write ${near ? `'${near}'` : 'letters, digits, -, _ or .'}, or make it an annotation`,
      },
    ];
  });

function nameFault(kind: string, name: string): string | undefined {
  if (name === '' || paths.has(kind)) return undefined;
  if (labels.has(kind)) return labelFault(name);
  const most = longest[kind] ?? 253;
  if (name.length > most) return `is ${name.length} characters long, ${most} are allowed`;
  return subdomain.test(name) ? undefined : 'may hold only a-z, 0-9, - and .';
}

/** Names of ports are at most 15 characters with a letter among them. */
const portName = /^(?=.*[a-z])[a-z0-9]([a-z0-9]|-(?=[a-z0-9]))*$/;

const podFaults = (pod: unknown): Fault[] =>
  [...list(pod, 'spec', 'initContainers'), ...list(pod, 'spec', 'containers')].flatMap((container) => {
    const name = text(container, 'name');
    const fault = name ? labelFault(name) : undefined;
    const ports = list(container, 'ports').map((port) => text(port, 'name'));
    return [
      ...(fault ? [{ what: `container '${name}' ${fault}`, mend: `Call it '${nearestLabel(name)}'` }] : []),
      ...ports
        .filter((port) => port !== '' && (port.length > 15 || !portName.test(port)))
        .map((port) => ({
          what: `port '${port}' of container '${name}' is no lawful name`,
          mend: 'Write at most 15 of a-z, 0-9 and -, with a letter among them',
        })),
    ];
  });

export const labelValues: ObjectRule = {
  id: 'label-values',
  title: 'Names, labels and annotations are spelled as Kubernetes allows',
  why: 'The API server refuses an object with a name or label that is too long or has a space in it, and it is seen only when Argo CD syncs.',
  mend: 'Write at most 63 letters, digits, -, _ or ., with a letter or digit at both ends',
  lists: ['kube-score/label-values'],
  check: ({ manifest }) => {
    const { kind, metadata } = manifest;
    const name = typeof metadata?.name === 'string' ? metadata.name : '';
    const fault = isBuiltInGroup(groupOf(manifest)) ? nameFault(kind, name) : undefined;
    const pod = podIn(manifest);
    return [
      ...(fault
        ? [{ what: `its name '${name}' ${fault}`, mend: `Call it '${nearestLabel(name)}' or shorter` }]
        : []),
      ...podFaults(pod),
      ...labelFaults({ ...labelsAt(pod, 'labels'), ...labelsAt(metadata, 'labels') }),
      ...Object.keys({ ...fields(pod, 'annotations'), ...fields(metadata, 'annotations') }).flatMap((key) => {
        const wrong = keyFault(key);
        return wrong ? [`annotation ${wrong}`] : [];
      }),
    ];
  },
  good: deployment({ metadata: 'labels: { app.kubernetes.io/part-of: chess-club }' }),
  bad: deployment({ metadata: 'labels: { app.kubernetes.io/part-of: Club of chess }' }),
};
