import type { Catalog } from '../model.js';
import { strings } from '../page/strings.js';
import { byId } from './dom.js';
import { List } from './list.js';
import { UnitMap } from './map.js';
import { language, onLanguage, setUpTheme, translate } from './settings.js';

const catalog = JSON.parse(byId('catalog').textContent ?? '') as Catalog;
const chosen = language();
setUpTheme();
translate(chosen);
const list = new List(catalog, strings[chosen]);
const map = new UnitMap(catalog, strings[chosen]);
onLanguage((into) => {
  translate(into);
  list.speak(strings[into]);
  map.speak(strings[into]);
});

/** An anchor as it was meant, or as it is written where someone mistyped it. */
function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** Shows what the address names: `#list`, `#/entry`, `#map` or `#map/cluster/unit`. */
function show(): void {
  const hash = decoded(location.hash);
  const [, entry] = /^#\/(.+)$/.exec(hash) ?? [];
  const [isMap, unit] = /^#map(?:\/(.+))?$/.exec(hash) ?? [];
  if (hash && hash !== '#list' && !entry && !isMap) return; // an anchor within the page
  byId('list-view').hidden = isMap !== undefined;
  byId('map-view').hidden = isMap === undefined;
  for (const link of document.querySelectorAll('nav a')) {
    if ((link.getAttribute('href') === '#map') === (isMap !== undefined))
      link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (entry) list.reveal(entry);
  if (unit) map.reveal(unit);
}

addEventListener('hashchange', show);
show();
