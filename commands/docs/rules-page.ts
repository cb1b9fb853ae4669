import type { Rule } from '../../rules/engine/rule.js';
import { lists } from '../../rules/examples/measures.js';
import { rules } from '../../rules/index.js';
import { explainedPage } from './explained-page.js';
import { prose } from './prose.js';
import { table } from './table.js';

/** How much of each list is enforced by a rule, and what is left out. */
export const coverageTable = (): string =>
  [
    '| list | enforced | left out |',
    '| --- | --- | --- |',
    ...Object.entries(lists).map(([list, checks]) => {
      const left = checks.filter((name) => !covered.has(`${list}/${name}`));
      return `| ${list} | ${checks.length - left.length} of ${checks.length} | ${left.join(', ')} |`;
    }),
  ].join('\n');

const covered = new Set(rules.flatMap((rule) => rule.lists ?? []));

/** Every rule: its id, and what holds. */
export const rulesTable = (): string =>
  table(
    ['id', 'title'],
    rules.map(({ id, title }) => [`\`${id}\``, prose(title.en)]),
  );

/** A page for each rule, by its id. */
export const rulePages = (): Map<string, string> => new Map(rules.map((rule) => [rule.id, pageOf(rule)]));

const pageOf = ({ id, title, why, fix, lists: same = [], good, bad }: Rule): string =>
  explainedPage({
    id,
    what: title,
    why,
    fix,
    language: 'yaml',
    bad,
    good,
    more: same.length > 0 ? [`Ailleurs / Elsewhere: ${same.map((name) => `\`${name}\``).join(', ')}.`] : [],
  });
