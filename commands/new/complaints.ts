import { channelFault, gitHubFault } from '../../constructs/app/owner.js';
import { lengthFault } from '../../constructs/environment/app-environment.js';
import { repositoryFault } from '../../constructs/kinds/grav-start.js';
import { type Fault, fault } from '../../constructs/refusals/fault.js';
import type { Text } from '../../constructs/refusals/text.js';
import { imageFault } from '../../constructs/values/image.js';
import { nameFault, nearestLabel, suggest } from '../../constructs/values/names.js';
import { hostFault } from '../../constructs/values/zone.js';
import { settings } from '../../system/settings.js';
import type { Answers, Key, Subject } from './answers.js';
import { clubCalled } from './club.js';
import type { Known } from './known.js';

/** Judges an answer among the others and what there is: undefined if it will do. */
export type Judge = (value: string, answers: Answers, known: Known, subject: Subject) => Fault | undefined;

const oneLine = (most: number, value: string): Fault | undefined =>
  value.length <= most && !/\*\/|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}`\\]/u.test(value)
    ? undefined
    : fault('answer-line', { most });

const name: Judge = (value, _answers, { names }, subject) => {
  const form = nameFault(value);
  if (form) return form;
  if (!/^[a-z]/.test(value)) return fault('name-begins-with-digit', { name: value });
  const holder = names.get(value);
  if (holder) return fault('name-used', { name: value, holder });
  if (subject === 'service') return undefined;
  return Object.entries(settings.environments)
    .map(([environment, cluster]) => lengthFault(value, environment, cluster))
    .find((each) => each);
};

const club: Judge = (value) =>
  oneLine(48, value) ?? (nearestLabel(value) ? undefined : fault('club-name-empty', { club: value }));

/** Every app of a club has the same owner: what `apps/clubs.ts` says holds. */
function sameAs(
  field: 'github' | 'alerts',
  given: string,
  answers: Answers,
  known: Known,
): Fault | undefined {
  const owner = clubCalled(answers.club ?? '', known.clubs)?.owner;
  if (!owner || owner[field] === given) return undefined;
  return fault('owner-of-club', { club: owner.club, field, known: owner[field], given });
}

const host: Judge = (value, _answers, { hosts }) => {
  const holder = hosts.get(value);
  return (
    hostFault(value, settings.zones) ?? (holder ? fault('host-used', { host: value, holder }) : undefined)
  );
};

const stagingHost: Judge = (value, answers, known, subject) =>
  value === answers.host ? fault('host-of-prod', { host: value }) : host(value, answers, known, subject);

const chartName: Judge = (value, answers, { charts }) => {
  const pinned = charts.find((pin) => pin.name === value);
  if (!nameFault(value)) {
    if (!pinned || !answers['chart-version'] || answers['chart-version'] === pinned.version) return undefined;
    return fault('chart-pinned', { chart: value, version: pinned.version });
  }
  const near = suggest(
    value,
    charts.map((pin) => pin.name),
  );
  const wanted = { en: 'the name of a chart', fr: 'le nom d’un chart' };
  return fault('answer-form', { given: value, wanted, example: 'grafana' }, { near });
};

const pattern =
  (form: RegExp, wanted: Text, example: string): Judge =>
  (given) =>
    form.test(given) ? undefined : fault('answer-form', { given, wanted, example });

const secure = /^https:\/\/[a-z0-9.-]+(?::\d+)?(?:\/[\w./-]*)?$/;

const organisation = /github\.com\/([^/]+)\//.exec(settings.git.repository)?.[1] ?? 'organisation';

/** How each answer is judged: by the functions that synth itself uses, wherever it has one. */
export const judges: Readonly<Record<Exclude<Key, 'kind'>, Judge>> = {
  name,
  club,
  host,
  description: (value) => oneLine(100, value),
  github: (value, answers, known) =>
    gitHubFault({ github: value }, organisation) ?? sameAs('github', value, answers, known),
  alerts: (value, answers, known) => channelFault(value) ?? sameAs('alerts', value, answers, known),
  repository: (value) => repositoryFault(value),
  branch: pattern(/^[\w][\w./-]{0,99}$/, { en: 'a branch', fr: 'une branche' }, 'main'),
  image: (value) => imageFault(value),
  port: (value) => {
    const port = Number(value);
    const isPort = /^\d{1,5}$/.test(value) && port >= 1 && port <= 65535;
    return isPort ? undefined : fault('port-range', { port: `'${value}'` });
  },
  probe: (value) =>
    oneLine(200, value) ??
    (value === 'tcp' || value.startsWith('/') ? undefined : fault('probe-form', { probe: value })),
  chart: chartName,
  'chart-version': pattern(
    /^v?\d+\.\d+\.\d+$/,
    { en: 'an exact version', fr: 'une version exacte' },
    '1.2.3',
  ),
  'chart-repository': pattern(
    secure,
    { en: 'a chart repository', fr: 'un dépôt de charts' },
    'https://example.org/charts',
  ),
  service: pattern(
    /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
    { en: 'the name of a Service', fr: 'le nom d’un Service' },
    'web',
  ),
  'staging-host': stagingHost,
};

/** What is wrong with an answer that must be one of several. */
export const choiceFault = (given: string, choices: readonly string[]): Fault | undefined =>
  choices.includes(given)
    ? undefined
    : fault('kind-unknown', { given, known: choices }, { near: suggest(given, choices) });
