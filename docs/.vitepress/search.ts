import type { DefaultTheme, UserConfig } from 'vitepress';

type Plugin = NonNullable<NonNullable<UserConfig['vite']>['plugins']>[number];
type MiniSearch = NonNullable<DefaultTheme.LocalSearchOptions['miniSearch']>;

declare const location: { readonly pathname: string };

/**
 * Has both languages search one index: VitePress sorts pages into languages by where their files are, and ours are
 * elsewhere on the site. So whoever writes in French also finds what is only in English.
 */
export const oneIndex: Plugin = {
  name: 'one-index',
  transform: (code, id) =>
    id === '/@localSearchIndex'
      ? `${code.replace('export default', 'const indexes =')};\nexport default { ...indexes, en: indexes.root };`
      : undefined,
};

/** Accents need not be typed, and pages in the language of the one that is open come first. Runs in the browser. */
export const searchOptions: MiniSearch = {
  options: {
    processTerm: (term) => term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
  },
  searchOptions: {
    boostDocument: (id) => (/\/en\//.test(String(id)) === /\/en\//.test(location.pathname) ? 3 : 1),
  },
};
