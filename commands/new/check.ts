import { type Answers, type Complaint, type Key, kinds, type Subject } from './answers.js';
import type { Known } from './known.js';
import { complaint, type Question, questions } from './questions.js';

/** What came of the answers that were given at once. */
export interface Checked {
  /** Those that will do, and those that nobody needs to give. */
  readonly answers: Answers;
  /** Questions that have to be answered yet. */
  readonly missing: readonly Question[];
  /** What is wrong with the others, by flag. */
  readonly wrong: readonly { readonly key: Key; readonly complaint: Complaint }[];
}

/** Judges all answers that were given, as the questions would be asked. */
export function check(given: Answers, subject: Subject, known: Known): Checked {
  const answers: Partial<Record<Key, string>> = {};
  const missing: Question[] = [];
  const wrong: { key: Key; complaint: Complaint }[] = [];
  for (const question of questions) {
    const { key } = question;
    const value = given[key]?.trim();
    if (!question.when(answers, known, subject)) {
      const fault =
        value === undefined ? undefined : unasked(question, value, { ...given, ...answers }, known, subject);
      if (fault) wrong.push({ key, complaint: fault });
      continue;
    }
    const initial = question.initial?.(answers);
    if (!value) {
      if (initial === undefined) missing.push(question);
      else if (initial !== '') answers[key] = initial;
      continue;
    }
    const fault = complaint(question, value, { ...given, ...answers }, known, subject);
    if (fault) wrong.push({ key, complaint: fault });
    answers[key] = value; // so that what follows from it is asked as well
  }
  return { answers, missing, wrong };
}

/** An answer to what is not asked is a mistake, unless it says what the project says already. */
function unasked(
  { key }: Question,
  value: string,
  answers: Answers,
  known: Known,
  subject: Subject,
): Complaint | undefined {
  if (key === 'github' || key === 'alerts') {
    const question = questions.find((each) => each.key === key) as Question;
    if (subject === 'app') return complaint(question, value, answers, known, subject);
  }
  if (subject === 'app' && !kinds.includes(answers.kind as never)) return undefined; // nobody knows yet what goes with it
  const pin = known.charts.find(({ name }) => name === answers.chart);
  if (pin && key === 'chart-version' && pin.version === value) return undefined;
  if (pin && key === 'chart-repository' && pin.repository === value) return undefined;
  const kind = subject === 'service' ? 'service' : (answers.kind ?? 'app');
  return {
    en: `it does not go with ${pin && key.startsWith('chart-') ? `a chart that system/Chart.yaml pins to ${pin.version}` : `kind '${kind}'`}. Leave it out.`,
    fr: `cela ne va pas avec ${pin && key.startsWith('chart-') ? `un chart que system/Chart.yaml fixe à ${pin.version}` : `le genre « ${kind} »`}. Retirez-le.`,
  };
}
