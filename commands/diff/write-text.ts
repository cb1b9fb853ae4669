import { styleText } from 'node:util';
import type { Judged } from './judge.js';
import { countsOf, type Report } from './report.js';
import type { Level } from './severity.js';
import { tellFields } from './words.js';

type Paint = (text: string) => string;
type Style = Parameters<typeof styleText>[0];

const styles: Readonly<Record<Level | '+' | '-' | '~' | ' ' | 'title' | 'why', Style>> = {
  danger: ['bold', 'red'],
  warning: 'yellow',
  notice: 'cyan',
  info: 'gray',
  '+': 'green',
  '-': 'red',
  '~': 'yellow',
  ' ': 'gray',
  title: 'bold',
  why: 'gray',
};

const marks = { added: '+', removed: '-', changed: '~' } as const;

// Control characters in a value could rewrite what the terminal has shown before.
const harmless = (text: string): string =>
  text.replace(/\p{Cc}/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** A report for people at a terminal, the riskiest first. */
export function writeText({ base, units, approvals }: Report, colour: boolean): string {
  const paint =
    (style: keyof typeof styles): Paint =>
    (text) =>
      colour ? styleText(styles[style], harmless(text), { validateStream: false }) : harmless(text);
  if (units.length === 0) return `Nothing changes on the clusters since ${base.slice(0, 12)}.`;
  const risky = units.flatMap(({ cluster, unit, changes }) =>
    changes.flatMap(({ findings }) =>
      findings.map((finding) => ({ ...finding, place: `${cluster}/${unit}` })),
    ),
  );
  const risks = (['danger', 'warning'] as const).flatMap((level) =>
    risky
      .filter((finding) => finding.level === level)
      .map(
        ({ place, what, why }) =>
          `${paint(level)(level.padEnd(7))} ${paint('title')(place)}: ${harmless(what)}. ${paint('why')(`${why}.`)}`,
      ),
  );
  const blocks = units.map(({ cluster, unit, level, changes }) => {
    const { added, changed, removed } = countsOf(changes);
    const counts = `${added} added, ${changed} changed, ${removed} removed`;
    const title = `${paint('title')(`${cluster}/${unit}`)}  ${paint(level)(level)}  ${counts}`;
    return [title, ...changes.flatMap((change) => tell(change, paint))].join('\n');
  });
  const asked = approvals.map(({ who, why }) => `  ${who}: ${harmless(why.join(', '))}`);
  return [
    `What changes on the clusters since ${base.slice(0, 12)}:`,
    ...(risks.length > 0 ? [risks.join('\n')] : []),
    ...blocks,
    ['Needs the approval of:', ...asked].join('\n'),
  ].join('\n\n');
}

function tell(change: Judged, paint: (style: keyof typeof styles) => Paint): string[] {
  const { action, resource, findings } = change;
  const mark = marks[action];
  return [
    `  ${paint(mark)(`${mark} ${resource.kind} ${resource.name}`)}`,
    ...findings.map(({ level, what }) => `      ${paint(level)(level)} ${harmless(what)}`),
    ...tellFields(change).flatMap((field) => [
      `      ${paint(field.mark)(field.mark)} ${harmless(field.text)}`,
      ...field.lines.map((line) => `          ${paint(line.mark)(`${line.mark} ${line.text}`)}`),
    ]),
  ];
}
