import type { Text } from '../../constructs/refusals/text.js';
import { fenced, prose, sentence } from './prose.js';

/** What is refused, or has to hold, as a page of its own tells it. */
export interface Explained {
  readonly id: string;
  readonly what: Text;
  readonly why: Text;
  readonly fix: Text;
  /** The language of the examples. */
  readonly language: string;
  readonly bad: string;
  readonly good: string;
  /** Further paragraphs, above the examples. @default - none */
  readonly more?: readonly string[];
}

/** A page in both languages: what, why, how to fix it, and an example of each side. */
export const explainedPage = ({ id, what, why, fix, language, bad, good, more = [] }: Explained): string =>
  [
    `# ${id}`,
    '## En français',
    `**${prose(sentence(what.fr))}** ${prose(sentence(why.fr))}`,
    `**Pour corriger :** ${prose(sentence(fix.fr))}`,
    '## In English',
    `<div lang="en">\n\n**${prose(sentence(what.en))}** ${prose(sentence(why.en))}`,
    `**To fix it:** ${prose(sentence(fix.en))}\n\n</div>`,
    ...more,
    '## Refusé / Refused',
    fenced(language, bad),
    '## Accepté / Accepted',
    fenced(language, good),
    '',
  ].join('\n\n');
