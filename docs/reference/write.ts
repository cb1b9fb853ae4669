import type { Described, Item, Member } from './describe.js';

/** The page of a file; `places` says on which page each exported type is. */
export function write({ name, items }: Described, places: ReadonlyMap<string, string>): string {
  return [
    `# ${name}.ts`,
    `[\`constructs/${name}.ts\`](../../constructs/${name}.ts)`,
    ...items.flatMap((item) => itemParts(item, places)),
    '',
  ].join('\n\n');
}

function itemParts(item: Item, places: ReadonlyMap<string, string>): string[] {
  return [
    `## ${item.name} {#${item.name}}`,
    item.signature && typed(item.signature, places, item.name),
    prose(item.doc),
    item.members.map((member) => memberLine(member, places)).join('\n'),
  ].filter((part) => part !== '');
}

function memberLine(member: Member, places: ReadonlyMap<string, string>): string {
  const { name, type, optional, doc, from } = member;
  const said = member.default ? ` Default: ${prose(member.default)}.` : '';
  const needed = optional || member.default ? '' : ' (required)';
  const origin = from ? ` From ${typed(from, places)}.` : '';
  return `- **${name}** ${typed(type, places)}${needed}<br>${prose(doc)}${said}${origin}`;
}

/** Code in which every type that has a page leads there. */
function typed(code: string, places: ReadonlyMap<string, string>, self?: string): string {
  const linked = code.replace(/[A-Za-z]\w*|[^A-Za-z]+/g, (word) => {
    const page = word === self ? undefined : places.get(word);
    return page ? `<a href="./${page}.html#${word}">${word}</a>` : escapeHtml(word);
  });
  return `<code v-pre>${linked}</code>`;
}

/** A doc comment as Markdown on one line, in which nothing outside code is taken for HTML or for Vue. */
const prose = (doc: string): string =>
  doc
    .replace(/\s+/g, ' ')
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 ? part : escapeHtml(part)))
    .join('');

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\{\{/g, '&#123;&#123;');
