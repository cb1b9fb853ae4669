import type { Rule } from '../../rules/engine/rule.js';
import { lists } from '../../rules/examples/measures.js';
import { rules } from '../../rules/index.js';

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

/** Every rule: what it is, why, how to fix it, and an example of each side. */
export const rulesList = (): string => rules.map(section).join('\n\n');

const section = ({ id, title, why, fix, lists: same = [], good, bad }: Rule): string =>
  [
    `### ${id}`,
    `**${prose(title.en)}.** ${prose(why.en)}`,
    `To fix it: ${prose(lowered(fix.en))}.`,
    ...(same.length > 0 ? [`Elsewhere: ${same.map((name) => `\`${name}\``).join(', ')}.`] : []),
    `<details><summary>Examples</summary>\n\nGood:\n\n\`\`\`yaml\n${good.trim()}\n\`\`\`\n\nBad:\n\n\`\`\`yaml\n${bad.trim()}\n\`\`\`\n\n</details>`,
  ].join('\n\n');

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Text as Markdown: what stands for a name, like `<app>`, would be taken for HTML outside code, and not be shown. */
const prose = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 ? part : part.replace(/</g, '&lt;')))
    .join('');
