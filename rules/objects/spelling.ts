import { fill, type Text } from '../../constructs/refusals/text.js';
import { maxLabel, nearestLabel } from '../../constructs/values/names.js';
import type { Fault } from '../engine/rule.js';
import { list, text } from '../engine/untyped.js';

const part = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** What is wrong with a name as a DNS label; undefined if it is one. */
function labelFault(name: string): Text | undefined {
  if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name))
    return {
      en: 'may contain only a-z, 0-9 and -, and must begin and end with a letter or digit',
      fr: 'ne peut contenir que a-z, 0-9 et -, et doit commencer et finir par une lettre ou un chiffre',
    };
  return name.length > maxLabel ? tooLong(name, maxLabel) : undefined;
}

const tooLong = ({ length }: string, most: number): Text => ({
  en: `is ${length} characters long, but at most ${most} are allowed`,
  fr: `a ${length} caractères, mais ${most} au plus sont permis`,
});

/** The kinds whose names must be DNS labels, and those whose names may be anything that fits into a path. */
const labels = new Set(['Namespace', 'Service']);
const paths = new Set(['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding']);
/** Shorter limits, in characters: controllers append to these names. */
const longest: Readonly<Record<string, number>> = { CronJob: 52, StatefulSet: 52, Job: 63 };

const valid = new Set<string>();

/** What is wrong with the key of a label or annotation. */
export function keyFault(key: string): Text | undefined {
  if (valid.has(key)) return undefined; // thousands of objects have the same keys
  const fault = keyFaultOf(key);
  if (!fault) valid.add(key);
  return fault;
}

function keyFaultOf(key: string): Text | undefined {
  const [name = '', prefix, ...rest] = key.split('/').reverse();
  if (rest.length > 0 || (prefix !== undefined && (!subdomain.test(prefix) || prefix.length > 253)))
    return {
      en: `key '${key}' has a prefix that is not a DNS name`,
      fr: `la clé « ${key} » a un préfixe qui n’est pas un nom DNS`,
    };
  return part.test(name) && name.length <= 63
    ? undefined
    : { en: `key '${key}' is not a valid key`, fr: `la clé « ${key} » n’est pas une clé valide` };
}

const validCharacters: Text = { en: 'letters, digits, -, _ or .', fr: 'des lettres, chiffres, -, _ ou .' };

/** What is wrong with labels. */
export const labelFaults = (given: Readonly<Record<string, string>>): Fault[] =>
  Object.entries(given).flatMap(([key, value]): Fault[] => {
    const fault = keyFault(key);
    if (fault) return [fill({ en: 'label <fault>', fr: 'label : <fault>' }, { fault })];
    if (value === '' || (part.test(value) && value.length <= 63)) return [];
    const near = nearestLabel(value);
    return [
      {
        what: {
          en: `label '${key}' has the value '${value}', which Kubernetes does not allow`,
          fr: `le label « ${key} » a la valeur « ${value} », que Kubernetes ne permet pas`,
        },
        fix: fill(
          {
            en: 'Write <valid>, or make it an annotation',
            fr: 'Écrivez <valid>, ou faites-en une annotation',
          },
          { valid: near ? { en: `'${near}'`, fr: `« ${near} »` } : validCharacters },
        ),
      },
    ];
  });

/** What is wrong with the name of an object of a kind. */
export function nameFault(kind: string, name: string): Text | undefined {
  if (name === '' || paths.has(kind)) return undefined;
  if (labels.has(kind)) return labelFault(name);
  const most = longest[kind] ?? 253;
  if (name.length > most) return tooLong(name, most);
  return subdomain.test(name)
    ? undefined
    : { en: 'may contain only a-z, 0-9, - and .', fr: 'ne peut contenir que a-z, 0-9, - et .' };
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
      ...(fault
        ? [
            {
              what: fill(
                { en: "container '<name>' <fault>", fr: 'le conteneur « <name> » <fault>' },
                { name, fault },
              ),
              fix: { en: `Call it '${nearestLabel(name)}'`, fr: `Appelez-le « ${nearestLabel(name)} »` },
            },
          ]
        : []),
      ...ports
        .filter((port) => port !== '' && (port.length > 15 || !portName.test(port)))
        .map((port) => ({
          what: {
            en: `'${port}', a port of container '${name}', is not a valid name of a port`,
            fr: `« ${port} », un port du conteneur « ${name} », n’est pas un nom de port valide`,
          },
          fix: {
            en: 'Write at most 15 characters of a-z, 0-9 and -, with at least one letter',
            fr: 'Écrivez au plus 15 caractères de a-z, 0-9 et -, dont au moins une lettre',
          },
        })),
    ];
  });
