import type { Entry } from '../model.js';
import { hostsOf } from './filter.js';
import { type Html, html, marked, type Part } from './html.js';
import type { Strings } from './strings.js';

/** An entry in the list: what it is, for whom, where, and in which version. Its details come when it is opened. */
export function entrySummary(entry: Entry, index: number, s: Strings): Html {
  const { id, kind, description, enabled, owner, places } = entry;
  const [first, ...others] = hostsOf(entry);
  const version = versionOf(entry);
  const clusters = [...new Set(places.map(({ cluster }) => cluster))];
  return html`<li class="entry" data-entry="${id}">
<article aria-labelledby="name-${index}">
<div class="head">
<h3 id="name-${index}"><button type="button" aria-expanded="false" aria-controls="details-${index}"><svg class="chevron" viewBox="0 0 16 16" aria-hidden="true"><path d="m6 3.5 4.5 4.5L6 12.5"/></svg>${id}</button></h3>
<span class="kind ${kind}">${s[kind]}</span>${!enabled && html` <span class="off">${s.off}</span>`}
</div>
<p class="about"${english}>${description && marked(description)}</p>
<p class="address">${
    first &&
    html`<a href="https://${first.host}">${breakable(first.host)}</a>${others.length > 0 && html` <span>${s.more(others.length)}</span>`}`
  }</p>
<p class="club">${owner.club}</p>
<p class="version">${version}</p>
<p class="where">${clusters.map((cluster) => clusterChip(cluster))}</p>
<div class="details" id="details-${index}" hidden></div>
</article>
</li>`;
}

/** A host that is broken, where it is too long, after a dot. */
const breakable = (host: string): Part =>
  host.split('.').map((label, index) => (index > 0 ? html`.<wbr>${label}` : label));

/** Marks what is said in English whatever the page's language is. */
export const english = html` lang="en"`;

/** A cluster, told by its name and its colour. */
export const clusterChip = (cluster: string): Html =>
  html`<span class="cluster" data-cluster="${cluster}">${cluster}</span> `;

/** The version of an app's own program, or of a service's first chart, release or image. */
function versionOf({ id, places: [place] }: Entry): string {
  if (!place) return '';
  const { programs, charts, releases } = place;
  const own =
    programs.find(({ object }) => [`Deployment ${id}`, `Rollout ${id}`].includes(object)) ?? programs[0];
  return charts[0]?.version ?? releases[0]?.version ?? (own ? tagOf(own.image) : '');
}

/** `1.4.2` of `ghcr.io/chess/site:1.4.2`; of a digest the first digits. */
function tagOf(image: string): string {
  const [, digest] = /@sha256:([0-9a-f]{12})/.exec(image) ?? [];
  return /:([^:/@]+)(?:@.*)?$/.exec(image.replace(/@.*$/, ''))?.[1] ?? digest ?? '';
}
