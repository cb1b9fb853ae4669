import { join } from 'node:path';
import { defineConfig } from 'vitepress';
import { anchorOf } from './anchors.js';
import { siteMarkdown } from './markdown.js';
import { placeOf, repositoryPage, root } from './places.js';
import { oneIndex, searchOptions } from './search.js';
import { english, french } from './sidebar.js';

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0b7a53" d="M8 1 15 5 8 9 1 5Zm5.5 6L15 8l-7 4-7-4 1.5-1L8 10Zm0 3 1.5 1-7 4-7-4 1.5-1L8 13Z"/></svg>`;

/** The site of `docs/`; `npm run site` builds it. */
export default defineConfig({
  title: 'Plateforme Cédille',
  srcExclude: ['**/.vitepress/**'],
  outDir: join(root, 'site'),
  cacheDir: join(root, 'node_modules/.cache/vitepress'),
  base: process.env['SITE_BASE'] ?? '/',
  rewrites: placeOf,
  metaChunk: true,
  head: [['link', { rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(icon)}` }]],
  markdown: {
    config: siteMarkdown,
    anchor: { slugify: anchorOf },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  vite: { plugins: [oneIndex], build: { chunkSizeWarningLimit: 2_000 } }, // the search index is one file
  locales: {
    root: {
      label: 'Français',
      lang: 'fr-CA',
      description:
        'Les sites des clubs de l’ÉTS, chez Cédille : comment en ajouter un, et comment cela marche.',
      themeConfig: {
        nav: [
          { text: 'Commencer', link: '/premier-site' },
          { text: 'Alertes', link: '/runbooks/' },
        ],
        sidebar: french,
        outline: { label: 'Sur cette page', level: [2, 3] },
        docFooter: { prev: 'Avant', next: 'Ensuite' },
        darkModeSwitchLabel: 'Apparence',
        lightModeSwitchTitle: 'Passer au thème clair',
        darkModeSwitchTitle: 'Passer au thème sombre',
        sidebarMenuLabel: 'Menu',
        returnToTopLabel: 'Retour en haut',
        langMenuLabel: 'Langue',
        skipToContentLabel: 'Aller au contenu',
        notFound: {
          title: 'Cette page n’existe pas',
          quote: 'Elle a peut-être changé de nom : la recherche la trouvera.',
          linkLabel: 'retour à l’accueil',
          linkText: 'Retour à l’accueil',
        },
      },
    },
    en: {
      label: 'English',
      lang: 'en-CA',
      description: 'The sites of the student clubs of ÉTS, at Cédille: how the platform is made.',
      themeConfig: {
        nav: [
          { text: 'Design', link: '/en/design' },
          { text: 'Reference', link: '/en/reference/' },
        ],
        sidebar: english,
        outline: { label: 'On this page', level: [2, 3] },
      },
    },
  },
  themeConfig: {
    i18nRouting: false, // a page is in one language
    socialLinks: [{ icon: 'github', link: repositoryPage, ariaLabel: 'GitHub' }],
    search: {
      provider: 'local',
      options: {
        miniSearch: searchOptions,
        locales: {
          root: {
            translations: {
              button: { buttonText: 'Chercher', buttonAriaLabel: 'Chercher' },
              modal: {
                displayDetails: 'Montrer des extraits',
                resetButtonTitle: 'Effacer',
                backButtonTitle: 'Fermer',
                noResultsText: 'Rien trouvé pour',
                footer: { selectText: 'ouvrir', navigateText: 'choisir', closeText: 'fermer' },
              },
            },
          },
        },
      },
    },
  },
});
