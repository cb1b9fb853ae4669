import { fault, sentences } from '../../constructs/refusals/fault.js';
import { zoneOf } from '../../constructs/values/zone.js';
import { settings } from '../../system/settings.js';
import { type Answers, type Complaint, type Key, kinds, type Subject, type Text } from './answers.js';
import { clubCalled } from './club.js';
import { choiceFault, judges } from './complaints.js';
import type { Known } from './known.js';

/** One thing to know, asked by a prompt or given by the flag of its name. */
export interface Question {
  readonly key: Key;
  readonly label: Text;
  /** Whether it is asked, by what was answered before. */
  readonly when: (answers: Answers, known: Known, subject: Subject) => boolean;
  /** The answer of whoever has none; `''` where it may stay open. @default - it has to be answered */
  readonly initial?: (answers: Answers) => string;
  /** All answers there are, with what each means. @default - any text */
  readonly choices?: Readonly<Record<string, Text>>;
}

const app = (...of: string[]): Question['when'] => {
  return ({ kind = '' }, _known, subject) => subject === 'app' && (of.length === 0 || of.includes(kind));
};
const newClub: Question['when'] = ({ club = '' }, { clubs }, subject) =>
  subject === 'app' && !clubCalled(club, clubs);
const open = () => '';

const ofChart: Question['when'] = ({ kind, chart }, _known, subject) =>
  (subject === 'app' && kind === 'chart') || (subject === 'service' && chart !== undefined);
const newChart: Question['when'] = (answers, known, subject) =>
  ofChart(answers, known, subject) &&
  Boolean(answers.chart) &&
  known.charts.every(({ name }) => name !== answers.chart);

/** All questions, in the order in which they are asked. */
export const questions: readonly Question[] = [
  {
    key: 'name',
    label: { en: 'Name, as in addresses (a-z, 0-9, -)', fr: 'Nom, comme dans une adresse (a-z, 0-9, -)' },
    when: () => true,
  },
  {
    key: 'kind',
    label: { en: 'What kind of app is it?', fr: "Quel genre d'application est-ce ?" },
    when: app(),
    choices: {
      grav: {
        en: 'a site that its club writes in the browser (Grav)',
        fr: 'un site que le club écrit dans le navigateur (Grav)',
      },
      web: {
        en: 'a program of its own, as a container image',
        fr: 'un programme du club, en image de conteneur',
      },
      static: { en: 'pages built into an image of nginx', fr: 'des pages bâties dans une image de nginx' },
      chart: { en: 'what others publish as a Helm chart', fr: "ce que d'autres publient en chart Helm" },
    },
  },
  {
    key: 'description',
    label: { en: 'What it is for, in one line', fr: 'À quoi il sert, en une ligne (en anglais)' },
    when: (_answers, _known, subject) => subject === 'service',
  },
  { key: 'club', label: { en: "The club's name", fr: 'Le nom du club' }, when: app() },
  {
    key: 'github',
    label: {
      en: "The club's team in ClubCedille on GitHub, or a person",
      fr: "L'équipe du club dans ClubCedille sur GitHub, ou une personne",
    },
    when: newClub,
    initial: () => '@ClubCedille/sre',
  },
  {
    key: 'alerts',
    label: { en: 'The Discord channel that hears its alerts', fr: 'Le salon Discord qui reçoit ses alertes' },
    when: newClub,
    initial: () => 'cedille',
  },
  {
    key: 'repository',
    label: { en: 'The GitHub repository of its pages', fr: 'Le dépôt GitHub de ses pages' },
    when: app('grav'),
  },
  {
    key: 'branch',
    label: { en: 'The branch of that repository', fr: 'La branche de ce dépôt' },
    when: app('grav'),
    initial: () => 'master',
  },
  {
    key: 'image',
    label: { en: 'The container image, with its version', fr: "L'image de conteneur, avec sa version" },
    when: app('web', 'static'),
  },
  {
    key: 'chart',
    label: { en: 'The Helm chart', fr: 'Le chart Helm' },
    when: (answers, known, subject) => subject === 'service' || app('chart')(answers, known, subject),
  },
  {
    key: 'chart-version',
    label: { en: "The chart's exact version", fr: 'La version exacte du chart' },
    when: newChart,
  },
  {
    key: 'chart-repository',
    label: { en: "The address of the chart's repository", fr: "L'adresse du dépôt du chart" },
    when: newChart,
  },
  {
    key: 'service',
    label: { en: 'The Service of the chart that is public', fr: 'Le Service du chart qui est public' },
    when: app('chart'),
  },
  {
    key: 'port',
    label: { en: 'The port on which it listens', fr: 'Le port sur lequel il écoute' },
    when: app('web', 'chart'),
  },
  {
    key: 'probe',
    label: {
      en: 'The path that answers 200 when it is ready',
      fr: 'Le chemin qui répond 200 quand il est prêt',
    },
    when: app('web'),
    initial: () => '/',
  },
  { key: 'host', label: { en: 'Its public address', fr: 'Son adresse publique' }, when: app() },
  {
    key: 'staging-host',
    label: {
      en: 'Its address for trying things out (may stay empty)',
      fr: "Son adresse d'essai (peut rester vide)",
    },
    when: app(),
    initial: open,
  },
];

/** What is wrong with an answer; undefined if it will do. */
export function complaint(
  question: Question,
  value: string,
  answers: Answers,
  known: Known,
  subject: Subject,
): Complaint | undefined {
  if (value === '' && question.initial) return undefined; // then its initial value holds
  if (value === '') return sentences(fault('answer-empty', {}));
  const wrong =
    question.key === 'kind'
      ? choiceFault(value, kinds)
      : judges[question.key](value, answers, known, subject);
  return wrong && sentences(wrong);
}

/** What a person has to do beside: ask for a record in a zone that others manage. */
export function recordToAsk(host: string): string | undefined {
  return zoneOf(host, settings.zones)?.askTo;
}
