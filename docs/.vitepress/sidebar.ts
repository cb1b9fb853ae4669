import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DefaultTheme } from 'vitepress';
import { placeOf, root } from './places.js';

/** A group that can be folded has a link of its own: without one it would be a button within a button. */
type Items = DefaultTheme.SidebarItem[];

const page = (text: string, source: string) => ({
  text,
  link: `/${placeOf(source).replace(/(index)?\.md$/, '')}`,
});

/** The pages of a folder, each called as its file is; none of one that is written when the site is built. */
const pagesOf = (folder: string) =>
  (existsSync(join(root, 'docs', folder)) ? readdirSync(join(root, 'docs', folder)) : [])
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => page(name.slice(0, -'.md'.length), `${folder}/${name}`));

export const french: Items = [
  {
    text: 'Commencer',
    items: [
      page('Bienvenue', 'fr/index.md'),
      page('Un premier site en 15 minutes', 'fr/premier-site.md'),
      page('Le chemin d’un changement', 'fr/chemin.md'),
      page('Parcours d’apprentissage', 'fr/parcours.md'),
      page('Lexique', 'fr/lexique.md'),
    ],
  },
  {
    text: 'Je veux…',
    items: [
      page('Passer de staging à prod', 'fr/mise-en-prod.md'),
      page('Donner un secret', 'fr/secrets.md'),
      page('Ajouter une base de données', 'fr/base-de-donnees.md'),
      page('Avoir un nom de domaine', 'fr/domaine.md'),
      page('Voir les journaux', 'fr/journaux.md'),
      page('Restaurer des données', 'fr/restaurer.md'),
    ],
  },
  {
    ...page('Quand une alerte arrive', 'runbooks/README.md'),
    collapsed: true,
    items: [
      page('Restaurer, pas à pas', 'runbooks/restauration.md'),
      ...pagesOf('runbooks').filter(({ text }) => text !== 'restauration'),
    ],
  },
  {
    ...page('Incidents', 'incidents/README.md'),
    collapsed: true,
    items: [page('Modèle de compte rendu', 'incidents/modele.md')],
  },
  {
    ...page('Ce que la plateforme refuse', 'refusals.md'),
    collapsed: true,
    items: pagesOf('refusals'),
  },
  {
    ...page('Les règles', 'rules.md'),
    collapsed: true,
    items: pagesOf('rules'),
  },
];

export const english: Items = [
  {
    text: 'The platform',
    items: [
      page('Overview', 'README.md'),
      page('Design', 'design.md'),
      page('What an app can say', 'apps.md'),
      page('System services', 'services.md'),
      page('Assumptions', 'assumptions.md'),
      page('Rules', 'rules.md'),
      page('What is refused', 'refusals.md'),
      page('Speed', 'bench.md'),
    ],
  },
  {
    text: 'Contributing',
    items: [
      page('Conventions', 'conventions.md'),
      page('How these docs are made', 'writing.md'),
      page('Cluster tests', 'cluster-tests.md'),
      page('Dependencies', 'dependencies.md'),
    ],
  },
  {
    text: 'Running it',
    items: [
      page('Bootstrap', 'bootstrap.md'),
      page('Disaster recovery', 'recovery.md'),
      page('Incidents', 'incidents/README.md'),
    ],
  },
  {
    ...page('Decisions', 'decisions/README.md'),
    collapsed: true,
    items: pagesOf('decisions'),
  },
  {
    ...page('Reference', 'reference/README.md'),
    collapsed: true,
    items: pagesOf('reference'),
  },
];
