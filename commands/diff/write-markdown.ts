import type { Judged } from './judge.js';
import { countsOf, type Report, type UnitReport } from './report.js';
import type { Level } from './severity.js';
import { counted, tellFields } from './words.js';

/** Longest comment that GitHub takes, in characters; counted here in bytes, which are never fewer. */
export const longestComment = 65_536;

/** Most risks that are listed at the top. */
const mostRisks = 60;

/** Longest sentence about a risk, in characters. */
const longestRisk = 300;

/** Most units in the table at the top. */
const mostRows = 100;

/** By this line the workflow finds its comment again. */
export const commentMark = '<!-- npm run diff -->';

const signs: Readonly<Record<Level, string>> = { danger: '🔴', warning: '🟠', notice: '🔵', info: '⚪' };
const marks = { added: '+', removed: '-', changed: '~' } as const;

/** Text that GitHub shows as it is: no mention, no HTML, no way out of it. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const fence = '`'.repeat(Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return fence.length > 1 || line === '' ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

/** The same within a table, where a bar would end the cell. */
const cell = (text: string): string => code(text).replaceAll('|', '\\|');

const html = (text: string): string =>
  text.replace(/[&<>"@]/g, (char) => `&#${char.charCodeAt(0)};`).replace(/\s+/g, ' ');

/** A report as a comment of a pull request, shortened to what GitHub takes. */
export function writeMarkdown(report: Report, limit = longestComment): string {
  const { base, level, units } = report;
  const head = [
    commentMark,
    '*Ce commentaire, en anglais, dit ce que cette demande de tirage change sur les grappes, le plus risqué d’abord.*',
    '',
    `## ${signs[level]} What this changes on the clusters`,
    '',
    ...(units.length === 0 ? ['Nothing.'] : [...summary(units), ...risks(units), ...asked(report)]),
  ];
  const text = head.join('\n');
  const tail = `\n\n_Shortened: what did not fit is shown by ${code(`npm run diff -- ${base.slice(0, 12)}`)}._\n`;
  return assemble(text, units.map(details), tail, limit);
}

/** As many whole units as there is room for. */
function assemble(head: string, blocks: readonly string[][], tail: string, limit: number): string {
  const whole = `${[head, ...blocks.map((lines) => lines.join('\n'))].join('\n\n')}\n`;
  if (sizeOf(whole) <= limit) return whole;
  let room = limit - sizeOf(tail);
  const parts = [cutLines(head, room)];
  room -= sizeOf(parts[0] ?? '');
  for (const lines of blocks) {
    const block = `\n\n${lines.join('\n')}`;
    if (sizeOf(block) > room) continue;
    parts.push(block);
    room -= sizeOf(block);
  }
  return parts.join('') + tail;
}

const sizeOf = (text: string): number => Buffer.byteLength(text);

/** As many whole lines as there is room for. */
const cutLines = (text: string, room: number): string => {
  if (sizeOf(text) <= room) return text;
  const cut = Buffer.from(text).toString('utf8', 0, Math.max(0, room));
  return cut.slice(0, Math.max(0, cut.lastIndexOf('\n')));
};

function summary(units: readonly UnitReport[]): string[] {
  const rows = units.slice(0, mostRows).map(({ cluster, unit, level, changes }) => {
    const { added, changed, removed } = countsOf(changes);
    return `| ${signs[level]} ${level} | ${cell(`${cluster}/${unit}`)} | ${added} | ${changed} | ${removed} |`;
  });
  const rest = units.length - rows.length;
  return [
    '| | unit | added | changed | removed |',
    '|---|---|--:|--:|--:|',
    ...rows,
    ...(rest > 0 ? [`| | and ${counted(rest, 'more unit')} | | | |`] : []),
    '',
  ];
}

function risks(units: readonly UnitReport[]): string[] {
  const all = units.flatMap(({ cluster, unit, changes }) =>
    changes.flatMap(({ findings }) =>
      findings.map((finding) => ({ ...finding, place: `${cluster}/${unit}` })),
    ),
  );
  const told = (['danger', 'warning'] as const).flatMap((level) =>
    all.filter((each) => each.level === level),
  );
  if (told.length === 0) return [];
  const items = told
    .slice(0, mostRisks)
    .map(
      ({ level, place, what, why }) =>
        `- ${signs[level]} ${code(place)}: ${code(what.slice(0, longestRisk))}. ${why}.`,
    );
  const rest = told.length - items.length;
  return ['### Look at this first', '', ...items, ...(rest > 0 ? [`- and ${rest} more`] : []), ''];
}

/** Teams are mentioned, so that they hear of it; only names of GitHub's form are. */
function asked({ approvals }: Report): string[] {
  const items = approvals.map(({ who, why }) => {
    const name = /^@[\w-]+(\/[\w-]+)?$/.test(who) ? who : `**${html(who)}**`;
    const more = why.length > 5 ? ` and ${why.length - 5} more` : '';
    return `- [ ] ${name}: ${why.slice(0, 5).map(code).join(', ')}${more}`;
  });
  return ['### Needs the approval of', '', ...items];
}

function details({ cluster, unit, level, changes }: UnitReport): string[] {
  return [
    `<details><summary>${signs[level]} <code>${html(`${cluster}/${unit}`)}</code>: ${counted(changes.length, 'resource')}</summary>`,
    '',
    ...changes.flatMap(tell),
    '</details>',
  ];
}

function tell(change: Judged): string[] {
  const { action, resource, findings } = change;
  const body = tellFields(change).flatMap(({ mark, text, lines }) => [
    // In a diff, what changes is marked by '!'.
    `${mark === '~' ? '!' : mark} ${text}`,
    ...lines.map((line) => `${line.mark}     ${line.text}`),
  ]);
  const longest = Math.max(2, ...[...body.join('\n').matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [
    `**${marks[action]} ${code(`${resource.kind} ${resource.name}`)}** ${action}`,
    ...findings.map(({ level, what, why }) => `- ${signs[level]} ${code(what)}. ${why}.`),
    '',
    ...(body.length > 0
      ? [`${fence}diff`, ...body.map((line) => line.replace(/[\r\u2028]/g, ' ')), fence, '']
      : []),
  ];
}
