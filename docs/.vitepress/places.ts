/** Where a page of `docs/` is on the site, and how pages link to each other and to the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { settings } from '../../system/settings.js';
import { anchorOf } from './anchors.js';

export const root = join(import.meta.dirname, '../..');
const { repository, revision } = settings.git;

/** The repository, for people. */
export const repositoryPage = repository.replace(/\.git$/, '');

/** What is in French, or in both, lies at the root of the site; what is in English, for contributors, below `en/`. */
export function placeOf(source: string): string {
  const named = source.replace(/(^|\/)README\.md$/, '$1index.md');
  if (named.startsWith('fr/')) return named.slice('fr/'.length);
  return /^(runbooks|incidents|refusals|rules)\//.test(named) ? named : `en/${named}`;
}

/**
 * What a link of a page becomes on the site. Links are written as files, so that they also work where the repository
 * is browsed; those that leave `docs/` lead there. A file that does not exist is an error,
 * and so is a heading that no page there has; those of the site are looked for once it is built.
 */
export function linkOf(source: string, href: string): string {
  if (/^([a-z][a-z+.-]*:|#|\/)/i.test(href)) return href;
  const [path = '', anchor] = href.split('#');
  const target = posix.normalize(posix.join('docs', posix.dirname(source), path));
  if (!existsSync(join(root, target)))
    throw new Error(`docs/${source}: it links to ${target}, which does not exist`);
  const suffix = anchor === undefined ? '' : `#${anchor}`;
  if (!target.startsWith('docs/') || !/(\.md|\/)$/.test(target)) {
    if (anchor && target.endsWith('.md') && !headingsOf(target).includes(decodeURIComponent(anchor)))
      throw new Error(`docs/${source}: it links to ${target}#${anchor}, and there is no such heading`);
    return `${repositoryPage}/blob/${revision}/${target}${suffix}`;
  }
  const page = target.slice('docs/'.length).replace(/\/$/, '/README.md');
  return `/${placeOf(page)}${suffix}`;
}

const headingsOf = (page: string): string[] =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    anchorOf(heading),
  );
