/** Text as Markdown: what stands for a name, like `<app>`, would be taken for HTML outside code, and `{{` for Vue. */
export const prose = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 ? part : escaped(part)))
    .join('');

const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/([*_|])/g, '\\$1')
    .replace(/\{\{/g, '&#123;&#123;');

/** A text as a sentence of its own. What begins with a file's name, like main.ts, keeps that as it is. */
export const sentence = (text: string): string => {
  const begun = /^\w+[./]\w/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!]$/.test(begun) ? begun : `${begun}.`;
};

/** A fenced block. */
export const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text.trim()}\n\`\`\``;
