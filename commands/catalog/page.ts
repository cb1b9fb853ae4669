import { createHash } from 'node:crypto';
import { buildSync } from 'esbuild';
import { nearestLabel } from '../../constructs/values/names.js';
import { mapOf } from './map.js';
import type { Catalog } from './model.js';
import { type Html, html, jsonForScript, Html as Raw } from './page/html.js';
import { languages, type PlainKey, strings } from './page/strings.js';

const folder = import.meta.dirname;

/** The one page of the catalogue, with all that it needs in it: it asks for nothing, of nobody. */
export function pageOf(catalog: Catalog): string {
  const script = bundle('browser/main.ts');
  const style = bundle('browser/style.css');
  const policy = `default-src 'none'; img-src data:; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${strings.fr.lead}">
<title>${strings.fr.title}</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}">
<style>${new Raw(style)}</style>
</head>
<body>
<a class="skip" href="#main" data-t="skip">${strings.fr.skip}</a>
${header()}
<main id="main" tabindex="-1">
${listView(catalog)}
${mapView(catalog)}
</main>
<footer>
<p>${t('footer')}</p>
<p><a href="catalog.json" data-t="json">${strings.fr.json}</a> · <a href="catalog.schema.json" data-t="schema">${strings.fr.schema}</a> · <a href="${catalog.repository.url}">${catalog.repository.url.replace('https://', '')}</a></p>
</footer>
<script type="application/json" id="catalog">${jsonForScript(catalog)}</script>
<script>${new Raw(script)}</script>
</body>
</html>
`.text;
}

/** Text that is in French until the page's script runs, and then in the reader's language. */
const t = (key: PlainKey): Html => html`<span data-t="${key}">${strings.fr[key]}</span>`;

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5d66"/><path d="M16 6v5M16 11 8 17M16 11l8 6M16 11v6" stroke="#fff" stroke-width="2"/><g fill="#fff"><circle cx="16" cy="8" r="3"/><rect x="4" y="17" width="7" height="7" rx="2"/><rect x="12.5" y="17" width="7" height="7" rx="2"/><rect x="21" y="17" width="7" height="7" rx="2"/></g></svg>';

const names = { fr: 'Français', en: 'English' } as const;

const header = (): Html => html`<header>
<div class="bar">
<div class="brand">${new Raw(icon.replace('<svg ', '<svg class="logo" aria-hidden="true" '))}<span><span class="wide">Plateforme </span>Cédille</span></div>
<nav aria-label="${strings.fr.views}" data-t-label="views"><a href="#list" aria-current="page" data-t="list">${strings.fr.list}</a><a href="#map" data-t="map">${strings.fr.map}</a></nav>
<div class="settings">
<div class="languages" role="group" aria-label="${strings.fr.language}" data-t-label="language">${languages.map(
  (language) =>
    html`<button type="button" lang="${language}" data-language="${language}" aria-pressed="${language === 'fr' ? 'true' : 'false'}">${names[language]}</button>`,
)}</div>
<button type="button" class="theme" id="theme" aria-pressed="false"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M13.5 9.7A6 6 0 0 1 6.3 2.5a6 6 0 1 0 7.2 7.2Z"/></svg><span class="hidden" data-t="dark">${strings.fr.dark}</span></button>
</div>
</div>
</header>`;

function listView({ entries, clusters, units }: Catalog): Html {
  const clubs = [...new Set(entries.map(({ owner }) => owner.club))].sort((a, b) =>
    nearestLabel(a) < nearestLabel(b) ? -1 : 1,
  );
  const hosts = entries.flatMap(({ places }) => places.flatMap((place) => place.hosts));
  const count = (kind: string) => entries.filter((entry) => entry.kind === kind && entry.enabled).length;
  return html`<section id="list-view" aria-labelledby="title">
<div class="intro">
<div><h1 id="title" data-t="title">${strings.fr.title}</h1>
<p class="lead" data-t="lead">${strings.fr.lead}</p></div>
<ul class="numbers">
<li><b>${count('app')}</b> ${t('numberApps')}</li>
<li><b>${count('service')}</b> ${t('numberServices')}</li>
<li><b>${hosts.length}</b> ${t('numberHosts')}</li>
<li><b>${units.length}</b> ${t('numberUnits')}</li>
</ul>
</div>
<search><form id="filters" aria-label="${strings.fr.filters}" data-t-label="filters">
<div class="field wide"><label for="text" data-t="search">${strings.fr.search}</label><input id="text" name="text" type="search" autocomplete="off" spellcheck="false" placeholder="${strings.fr.searchHint}" data-t-placeholder="searchHint"></div>
${select(
  'cluster',
  clusters.map(({ name }) => html`<option>${name}</option>`),
)}
${select(
  'club',
  clubs.map((club) => html`<option>${club}</option>`),
)}
${select('kind', [option('app', 'kindApp'), option('service', 'kindService')])}
${select('access', [option('public', 'accessPublic'), option('private', 'accessPrivate')])}
<button type="reset" data-t="reset">${strings.fr.reset}</button>
</form></search>
<p class="results" id="results" role="status"></p>
<noscript><p>${strings.fr.noScript} <a href="catalog.json">catalog.json</a>.</p><p lang="en">${strings.en.noScript} <a href="catalog.json">catalog.json</a>.</p></noscript>
<h2 class="hidden" data-t="list">${strings.fr.list}</h2>
<ul class="entries" id="entries"></ul>
<button type="button" class="more" id="more" hidden></button>
<p class="none" id="none" hidden data-t="none">${strings.fr.none}</p>
</section>`;
}

const select = (name: 'cluster' | 'club' | 'kind' | 'access', options: readonly Html[]): Html =>
  html`<div class="field"><label for="${name}" data-t="${name}">${strings.fr[name]}</label><select id="${name}" name="${name}"><option value="" data-t="all">${strings.fr.all}</option>${options}</select></div>`;

const option = (value: string, key: PlainKey): Html =>
  html`<option value="${value}" data-t="${key}">${strings.fr[key]}</option>`;

const mapView = (catalog: Catalog): Html => html`<section id="map-view" aria-labelledby="map-title" hidden>
<h1 id="map-title" tabindex="-1" data-t="mapTitle">${strings.fr.mapTitle}</h1>
<p class="lead" data-t="mapLead">${strings.fr.mapLead}</p>
<ul class="legend">
<li><i class="service"></i>${t('legendService')}</li><li><i class="app"></i>${t('legendApp')}</li><li><i class="part"></i>${t('legendPart')}</li><li><i class="needs"></i>${t('legendNeeds')}</li><li><i class="needed"></i>${t('legendNeeded')}</li>
</ul>
<a class="skip" href="#map-end" data-t="mapSkip">${strings.fr.mapSkip}</a>
<div class="canvas" role="region" tabindex="0" aria-label="${strings.fr.mapScroll}" data-t-label="mapScroll">${mapOf(catalog)}</div>
<span id="map-end" tabindex="-1"></span>
</section>`;

/** A module, or a style sheet, with all it imports, as small as it gets. */
function bundle(path: string): string {
  const { outputFiles } = buildSync({
    absWorkingDir: folder,
    entryPoints: [path],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    tsconfigRaw: {},
  });
  const text = outputFiles[0]?.text.trim() ?? '';
  if (/<\/(script|style)/i.test(text)) throw new Error(`${path} would end the element that it stands in`);
  return text;
}

/** What a content security policy calls this content. */
const hashOf = (content: string): string => `sha256-${createHash('sha256').update(content).digest('base64')}`;
