import { ConfirmPrompt, isCancel, SelectPrompt, TextPrompt } from '@clack/core';
import { paint } from '../../cli/terminal.js';
import type { Answers, Key, Language, Subject } from './answers.js';
import type { Known } from './known.js';
import { complaint, type Question, questions } from './questions.js';
import { words } from './words.js';

/** Asks what is not answered yet, judging each answer while it is typed. Undefined if whoever is asked stops. */
export async function ask(
  given: Answers,
  subject: Subject,
  known: Known,
  language: Language,
): Promise<Answers | undefined> {
  const answers: Partial<Record<Key, string>> = {};
  for (const question of questions) {
    const { key } = question;
    if (!question.when(answers, known, subject)) continue;
    const said = given[key]?.trim() ?? '';
    const usable = said !== '' && !complaint(question, said, answers, known, subject);
    const value = usable
      ? said
      : await (question.choices
          ? choose(question, language)
          : write(question, answers, subject, known, language));
    if (value === undefined) return undefined;
    const settled = value.trim() || question.initial?.(answers);
    if (settled) answers[key] = settled;
  }
  return answers;
}

const mark = (state: string): string => {
  if (state === 'submit') return paint('green', '✔', process.stdout);
  return state === 'cancel' ? paint('red', '✖', process.stdout) : paint('cyan', '?', process.stdout);
};
const bold = (text: string): string => paint('bold', text, process.stdout);
/** In French, what is quoted stays on the line of its quotation marks. */
const unbroken = (text: string): string => text.replaceAll('« ', '«\u00a0').replaceAll(' »', '\u00a0»');
const dim = (text: string): string => paint('dim', text, process.stdout);

async function choose({ label, choices = {} }: Question, language: Language): Promise<string | undefined> {
  const options = Object.entries(choices).map(([value, text]) => ({ value, label: text[language] }));
  const answer = await new SelectPrompt({
    options,
    render() {
      const head = `${mark(this.state)} ${bold(label[language])}`;
      if (this.state === 'submit' || this.state === 'cancel') return `${head} ${this.value ?? ''}`;
      const lines = options.map((option, index) =>
        index === this.cursor
          ? paint('cyan', `❯ ${option.value.padEnd(7)} ${option.label}`, process.stdout)
          : `  ${option.value.padEnd(7)} ${dim(option.label)}`,
      );
      return [`${head} ${dim(words.arrows[language])}`, ...lines].join('\n');
    },
  }).prompt();
  return isCancel(answer) ? undefined : (answer as string);
}

async function write(
  question: Question,
  answers: Answers,
  subject: Subject,
  known: Known,
  language: Language,
): Promise<string | undefined> {
  const initial = question.initial?.(answers) ?? '';
  const fault = (value: string | undefined) =>
    complaint(question, (value ?? '').trim(), answers, known, subject)?.[language];
  const answer = await new TextPrompt({
    validate: fault,
    render() {
      const head = `${mark(this.state)} ${bold(question.label[language])}`;
      const typed = this.userInput;
      if (this.state === 'submit' || this.state === 'cancel') return `${head} ${this.value || initial}`;
      const hint = initial === '' ? '' : ` ${dim(`(${initial})`)}`;
      const wrong = typed === '' && this.state !== 'error' ? undefined : fault(typed);
      return `${head}${hint} ${this.userInputWithCursor}${wrong ? `\n  ${paint('yellow', unbroken(wrong), process.stdout)}` : ''}`;
    },
  }).prompt();
  return isCancel(answer) ? undefined : (answer ?? '');
}

/** Asks whether it is an app or a service. */
export async function askSubject(language: Language): Promise<Subject | undefined> {
  const choices = {
    app: { en: "a club's app", fr: "l'application d'un club" },
    service: { en: 'a service of the platform itself', fr: 'un service de la plateforme' },
  };
  const question: Question = { key: 'kind', label: words.subject, when: () => true, choices };
  return (await choose(question, language)) as Subject | undefined;
}

/** Asks for yes or no, by a letter or by arrows and Enter: yes at first, and who stops says no. */
export async function confirm(question: string, language: Language): Promise<boolean> {
  const [yes, no] = [words.yes[language], words.no[language]];
  const prompt = new ConfirmPrompt({
    active: yes,
    inactive: no,
    initialValue: true,
    render() {
      const hint =
        this.state === 'active' || this.state === 'initial' ? ` ${dim(`(${words.yesNo[language]})`)}` : '';
      return `${mark(this.state)} ${bold(question)}${hint} ${this.value ? yes : no}`;
    },
  });
  prompt.on('key', (typed) => {
    if (typed?.toLowerCase() === 'o') prompt.emit('confirm', true); // as in oui; the prompt itself knows y and n
  });
  const answer = await prompt.prompt();
  return answer === true;
}
