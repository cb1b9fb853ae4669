// VitePress refuses dead links to pages; here it is links to headings, and what a page would fetch from elsewhere.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Where an element that a page loads may point to. */
const loaded = /<(?:script|img|link|source|iframe|video|audio)\b[^>]*?\s(?:src|href)="([^"]*)"/g;

/** What is wrong with a built site: links that lead nowhere, and what it would fetch from elsewhere. */
export function faultsOf(site: string, base: string): string[] {
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  if (pages.length === 0) return [`${site} holds no page`];
  const anchors = new Map(pages.map((page) => [page, anchorsOf(readFileSync(join(site, page), 'utf8'))]));
  return pages.flatMap((page) => {
    const html = readFileSync(join(site, page), 'utf8');
    const fetched = [...html.matchAll(loaded)]
      .map(([, address = '']) => address)
      .filter((address) => isElsewhere(address));
    const dead = [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)]
      .map(([, href = '']) => href)
      .filter((href) => !isElsewhere(href) && !leads(site, base, page, href, anchors));
    return [
      ...new Set([
        ...fetched.map((address) => `${page}: it fetches ${address}`),
        ...dead.map((href) => `${page}: its link to ${href} leads nowhere`),
      ]),
    ];
  });
}

const isElsewhere = (address: string): boolean =>
  /^([a-z][a-z+.-]*:)?\/\//i.test(address) || /^mailto:/.test(address);

const anchorsOf = (html: string): Set<string> =>
  new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id));

function leads(
  site: string,
  base: string,
  page: string,
  href: string,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const [path = '', anchor = ''] = href
    .split('#')
    .map((part) => decodeURIComponent(part.replace(/&amp;/g, '&')));
  if (path.startsWith('/') && !path.startsWith(base)) return false;
  const full =
    path === '' ? page : path.startsWith('/') ? path.slice(base.length) : join(dirname(page), path);
  const file = [full, `${full}.html`, join(full, 'index.html')].find(
    (name) => existsSync(join(site, name)) && statSync(join(site, name)).isFile(),
  );
  if (file === undefined) return false;
  return anchor === '' || !file.endsWith('.html') || (anchors.get(relative('.', file))?.has(anchor) ?? false);
}
