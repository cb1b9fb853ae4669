import { channelFault, gitHubFault, nearestGitHub } from '../../constructs/app/app.js';
import { portFaults, probeFaults } from '../../constructs/app/program-faults.js';
import { lengthFault } from '../../constructs/environment/app-environment.js';
import { repositoryFault } from '../../constructs/kinds/grav-site.js';
import type { Fault } from '../../constructs/values/fault.js';
import { imageFault } from '../../constructs/values/image.js';
import { labelFault, nearestLabel, oneOf, suggest } from '../../constructs/values/names.js';
import { hostFault } from '../../constructs/values/zone.js';
import { settings } from '../../system/settings.js';
import type { Answers, Complaint, Key, Subject } from './answers.js';
import { clubCalled } from './club.js';
import type { Known } from './known.js';

/** Judges an answer among the others and what there is: undefined if it will do. */
export type Judge = (
  value: string,
  answers: Answers,
  known: Known,
  subject: Subject,
) => Complaint | undefined;

/** A fault as synth tells it; in French the same, told by example. */
const told = (fault: Fault | undefined, fr: string): Complaint | undefined =>
  fault && { en: sentence(`${fault.what}. ${fault.mend}`), fr };

const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

const oneLine = (most: number, value: string): Complaint | undefined =>
  value.length <= most && !/\*\/|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}`\\]/u.test(value)
    ? undefined
    : {
        en: `it is no plain line of up to ${most} characters. Leave out line breaks, backquotes, backslashes and */.`,
        fr: `ce n'est pas une simple ligne d'au plus ${most} caractères. Retirez sauts de ligne, accents graves isolés, barres obliques inverses et */.`,
      };

const name: Judge = (value, _answers, { names }, subject) => {
  const label = labelFault(value);
  if (label) {
    const near = nearestLabel(value) || 'club';
    const fault = { what: `the name '${value}' ${label}`, mend: `Call it '${near}'` };
    return told(fault, `le nom « ${value} » ne tient pas en a-z, 0-9 et -. Écrivez « ${near} ».`);
  }
  if (!/^[a-z]/.test(value)) {
    return {
      en: `the name '${value}' begins with a digit. Begin it with a letter: Services have to.`,
      fr: `le nom « ${value} » commence par un chiffre. Commencez par une lettre.`,
    };
  }
  const taken = names.get(value);
  if (taken) {
    return {
      en: `the name '${value}' is taken by ${taken}. Choose another, such as '${value}-site'.`,
      fr: `le nom « ${value} » est pris par ${taken}. Choisissez-en un autre, comme « ${value}-site ».`,
    };
  }
  if (subject === 'service') return undefined;
  const long = Object.entries(settings.environments)
    .map(([environment, cluster]) => lengthFault(value, environment, cluster))
    .find((fault) => fault);
  return told(long, `le nom « ${value} » est trop long. Prenez-en un d'au plus 20 caractères.`);
};

const club: Judge = (value) =>
  oneLine(48, value) ??
  (nearestLabel(value)
    ? undefined
    : {
        en: `the club's name '${value}' holds no letter. Write it as people know it, like 'Raconteurs'.`,
        fr: `le nom du club « ${value} » n'a pas de lettre. Écrivez-le comme on le connaît, par exemple « Raconteurs ».`,
      });

/** Every app of a club has the same owner: what `apps/clubs.ts` says holds. */
const sameAs = (key: 'github' | 'alerts', value: string, answers: Answers, known: Known) => {
  const owner = clubCalled(answers.club ?? '', known.clubs)?.owner;
  if (!owner || owner[key] === value) return undefined;
  return {
    en: `the club ${owner.club} has ${key} '${owner[key]}' in apps/clubs.ts, not '${value}'. Leave --${key} out.`,
    fr: `le club ${owner.club} a ${key} « ${owner[key]} » dans apps/clubs.ts, et non « ${value} ». Retirez --${key}.`,
  };
};

const host: Judge = (value, _answers, { hosts }) => {
  const zones = settings.zones.map((zone) => zone.name).join(', ');
  const fault = told(
    hostFault(value, settings.zones),
    `l'adresse « ${value} » ne convient pas. Écrivez-la en minuscules, sans https:// ni chemin, dans l'un de ces domaines : ${zones}.`,
  );
  if (fault) return fault;
  const taken = hosts.get(value);
  if (taken) {
    return {
      en: `the host '${value}' is taken by ${taken}. Choose another.`,
      fr: `l'adresse « ${value} » est prise par ${taken}. Choisissez-en une autre.`,
    };
  }
  return undefined;
};

const stagingHost: Judge = (value, answers, known, subject) =>
  value === answers.host
    ? {
        en: `staging has the host '${value}' of prod. Choose another, such as 'staging.${value}'.`,
        fr: `l'adresse d'essai « ${value} » est celle de la production. Choisissez-en une autre, comme « staging.${value} ».`,
      }
    : host(value, answers, known, subject);

const chartName: Judge = (value, answers, { charts }) => {
  const pinned = charts.find((pin) => pin.name === value);
  if (!labelFault(value)) {
    if (!pinned || !answers['chart-version'] || answers['chart-version'] === pinned.version) return undefined;
    return {
      en: `the chart '${value}' is pinned to ${pinned.version} in system/Chart.yaml. Leave --chart-version out.`,
      fr: `le chart « ${value} » est fixé à ${pinned.version} dans system/Chart.yaml. Retirez --chart-version.`,
    };
  }
  const near = suggest(
    value,
    charts.map((pin) => pin.name),
  );
  return {
    en: `'${value}' is no name of a chart. ${near ? `Did you mean ${near}?` : `Write it like 'grafana'.`}`,
    fr: `« ${value} » n'est pas le nom d'un chart. Écrivez par exemple « ${near ?? 'grafana'} ».`,
  };
};

const pattern =
  (form: RegExp, what: Complaint, example: string): Judge =>
  (value) =>
    form.test(value)
      ? undefined
      : {
          en: `'${value}' is no ${what.en}. Write it like '${example}'.`,
          fr: `« ${value} » n'est pas ${what.fr}. Écrivez par exemple « ${example} ».`,
        };

const secure = /^https:\/\/[a-z0-9.-]+(?::\d+)?(?:\/[\w./-]*)?$/;

/** How each answer is judged: by the functions that synth itself uses, wherever it has one. */
export const judges: Readonly<Record<Exclude<Key, 'kind'>, Judge>> = {
  name,
  club,
  host,
  description: (value) => oneLine(100, value),
  github: (value, answers, known) =>
    told(
      gitHubFault(value),
      `« ${value} » n'est pas un nom sur GitHub. Écrivez par exemple « ${nearestGitHub(value) ?? '@ClubCedille'} ».`,
    ) ?? sameAs('github', value, answers, known),
  alerts: (value, answers, known) =>
    told(
      channelFault(value),
      `« ${value} » n'est pas un salon d'alertes. Écrivez par exemple « cedille ».`,
    ) ?? sameAs('alerts', value, answers, known),
  repository: (value) =>
    told(
      repositoryFault(value),
      `« ${value} » n'est pas un dépôt sur GitHub. Écrivez par exemple « ClubCedille/acets.etsmtl.ca ».`,
    ),
  branch: pattern(/^[\w][\w./-]{0,99}$/, { en: 'branch', fr: 'une branche' }, 'main'),
  image: (value) =>
    told(
      imageFault(value),
      `« ${value} » n'est pas une image à version fixe. Écrivez par exemple « ghcr.io/clubcedille/site:1.2.3 ».`,
    ),
  port: (value) =>
    told(
      portFaults(/^\d{1,5}$/.test(value) ? Number(value) : Number.NaN).map((fault) => ({
        ...fault,
        what: /^\d+$/.test(value) ? `port '${value}' is out of range` : `'${value}' is no port`,
      }))[0],
      `« ${value} » n'est pas un port. Donnez un nombre de 1 à 65535.`,
    ),
  probe: (value) =>
    oneLine(200, value) ??
    told(probeFaults(value)[0], `« ${value} » n'est pas un chemin. Écrivez par exemple « /healthz ».`),
  chart: chartName,
  'chart-version': pattern(/^v?\d+\.\d+\.\d+$/, { en: 'exact version', fr: 'une version exacte' }, '1.2.3'),
  'chart-repository': pattern(
    secure,
    { en: 'chart repository', fr: 'un dépôt de charts' },
    'https://example.org/charts',
  ),
  service: pattern(
    /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
    { en: 'name of a Service', fr: "le nom d'un Service" },
    'web',
  ),
  'staging-host': stagingHost,
};

/** What is wrong with an answer that must be one of several. */
export function choiceComplaint(value: string, choices: readonly string[]): Complaint | undefined {
  if (choices.includes(value)) return undefined;
  const near = suggest(value, choices);
  return {
    en: `there is no kind '${value}'. ${near ? `Did you mean ${near}?` : `Use ${oneOf(choices)}.`}`,
    fr: `le genre « ${value} » n'existe pas. Prenez ${near ?? choices.join(', ')}.`,
  };
}
