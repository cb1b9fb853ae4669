// By hand, because a template that escapes is 40 lines, and all that the page needs.

/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
}

/** What may stand in a template: text, which is escaped, HTML, lists of both, or nothing. */
export type Part = string | number | Html | false | undefined | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (found) => entities[found] ?? '');

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(written).join('');
  return escapeHtml(String(part));
}

/** A template of HTML: whatever is put into it is text, unless it is a template itself. */
export const html = (fixed: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(fixed.map((text, index) => text + written(parts[index])).join(''));

/** Text in which what stands between backticks is code. */
export const marked = (text: string): Part =>
  text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));

/** Data for a `<script type="application/json">`: no text in it can end the element. */
export const jsonForScript = (data: unknown): Html =>
  new Html(JSON.stringify(data).replaceAll('<', '\\u003c'));
