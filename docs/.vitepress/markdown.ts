import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';
import { linkOf, root } from './places.js';

interface Page {
  readonly path: string;
  /** Where it differs from `path`. */
  readonly realPath?: string;
}

/** The file of a page, within `docs/`, whatever the page is called on the site. */
const sourceOf = ({ realPath, path }: Page): string => relative(join(root, 'docs'), realPath ?? path);

/** A French text whose lines never begin with a colon. */
const unbroken = (text: string): string =>
  text.replace(/ (?=[:;!?»])/g, '\u00a0').replace(/(?<=«) /g, '\u00a0');

/** The indexes whose ids have a page each, in the folder beside them that is called as they are. */
const indexes = new Set(['refusals.md', 'rules.md']);

/** The page of an id that stands in an index as code. Written as a link it would lead nowhere in the repository. */
function pageOfId(source: string, id: string): string | undefined {
  if (!indexes.has(source)) return undefined;
  const page = source.replace(/\.md$/, `/${id}.md`);
  return existsSync(join(root, 'docs', page)) ? page : undefined;
}

/**
 * Has links lead where pages are on the site, and keeps punctuation with its word. What is drawn as SVG in `currentColor` is put into the page, which gives
 * it its colours; other pictures stay as they are.
 */
export function siteMarkdown(md: MarkdownRenderer): void {
  md.core.ruler.push('links', ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === 'link_open' && token.attrGet('href');
      if (href) token.attrSet('href', linkOf(sourceOf(env), href));
    }
  });
  md.core.ruler.push('spaces', ({ tokens }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type === 'text') token.content = unbroken(token.content);
    }
  });
  const code = md.renderer.rules.code_inline;
  md.renderer.rules.code_inline = (tokens, index, options, env, self) => {
    const shown = code?.(tokens, index, options, env, self) ?? '';
    const page = pageOfId(sourceOf(env), tokens[index]?.content ?? '');
    return page ? `<a href="../${page.replace(/md$/, 'html')}">${shown}</a>` : shown;
  };
  const image = md.renderer.rules.image;
  md.renderer.rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const source = token?.attrGet('src') ?? '';
    const svg = source.endsWith('.svg')
      ? readFileSync(join(root, 'docs', sourceOf(env), '..', source), 'utf8')
      : '';
    if (!svg.includes('currentColor')) return image?.(tokens, index, options, env, self) ?? '';
    return svg.replace('<svg ', `<svg role="img" aria-label="${md.utils.escapeHtml(token?.content ?? '')}" `);
  };
}
