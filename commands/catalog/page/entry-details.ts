import {
  type Catalog,
  type Entry,
  features,
  type Place,
  type PublicHost,
  type StoredData,
  type UnitEntry,
} from '../model.js';
import { clusterChip, english } from './entry-summary.js';
import { type Html, html, marked, type Part } from './html.js';
import {
  argocdAddress,
  entryAnchor,
  githubAddress,
  grafanaAddress,
  mapAnchor,
  repositoryAddress,
} from './links.js';
import type { Strings } from './strings.js';

/** All that is known of an entry. */
export function entryDetails(catalog: Catalog, entry: Entry, s: Strings): Html {
  const { description, owner, source, places, enabled } = entry;
  const units = new Map(catalog.units.map((unit) => [unit.path, unit]));
  return html`${description && html`<p class="description"${english}>${marked(description)}</p>`}
<dl>
${row(s.owner, html`${owner.club} · ${link(githubAddress(owner.github), owner.github)} · ${s.alerts(owner.alerts)}`)}
${source && row(s.source, link(repositoryAddress(catalog, 'blob', source), source))}
</dl>
${!enabled && html`<p>${s.offLong}</p>`}
${places.map((place) => placeDetails(catalog, place, units, s))}`;
}

const placeDetails = (
  catalog: Catalog,
  place: Place,
  units: ReadonlyMap<string, UnitEntry>,
  s: Strings,
): Html => html`<section class="place">
<h4>${place.environment ?? place.cluster}</h4>
<dl>
${row(s.where, html`${clusterChip(place.cluster)} ${s.namespace} <code>${place.namespace}</code>`)}
${featureRow(place, s)}
${some(
  s.publicHosts,
  place.hosts.map((host) => hostDetails(host, s)),
)}
${some(s.versions, [
  ...place.charts.map(
    ({ name, version, repository }) =>
      html`${s.chart} <b>${name} ${version}</b> <small>${repository}</small>`,
  ),
  ...place.releases.map(
    ({ address, version = '' }) =>
      html`${s.release} <b>${version}</b> <small>${link(address, fileOf(address))}</small>`,
  ),
  ...place.programs.map(
    ({ object, image }) => html`<span class="object">${object}</span> <code>${image}</code>`,
  ),
])}
${some(
  s.data,
  place.data.map((data) => storedData(data, s)),
)}
${some(
  s.secrets,
  place.secrets.map(
    ({ place: kind, at, keys }) =>
      html`<code>${at}</code> <small>${kind === 'Vault' ? s.vault : s.secret}</small><ul class="keys">${Object.entries(
        keys,
      ).map(
        ([key, what]) => html`<li><code>${key}</code> <span${english}>${marked(what)}</span></li>`,
      )}</ul>`,
  ),
)}
${some(
  s.exceptions,
  place.exceptions.map(
    ({ rule, object, reason, until }) =>
      html`<code class="rule">${rule}</code> <span class="object">${object}</span> <span${english}>${marked(reason)}</span>${until && html` <small>${s.until(until)}</small>`}`,
  ),
)}
</dl>
${unitTable(
  catalog,
  place,
  place.units.flatMap((path) => units.get(path) ?? []),
  units,
  s,
)}
</section>`;

/** What an app has, and what it could have. */
function featureRow({ features: has }: Place, s: Strings): Html | undefined {
  if (!has) return undefined;
  const missing = features.filter((feature) => !has.includes(feature)).map((feature) => s.features[feature]);
  return row(
    s.featuresTitle,
    html`<ul class="features">${features
      .filter((feature) => has.includes(feature))
      .map((feature) => html`<li><span aria-hidden="true">✓</span> ${s.features[feature]}</li>`)}</ul>${
      missing.length > 0 && html`<small>${s.featuresMissing} ${missing.join(', ')}</small>`
    }`,
  );
}

const hostDetails = ({ host, ports, tls, zone, askTo }: PublicHost, s: Strings): Html =>
  html`${link(`https://${host}`, host)} <small>${tls ? s.tls(tls) : s.noTls} · ${s.ports(ports.join(', '))} · ${
    askTo ? html`${s.zoneAsked(zone)} <span${english}>${askTo}</span>` : s.zoneManaged(zone)
  }</small>`;

function storedData(
  { name, database, size, count, personalData, personalDataBecause, backups }: StoredData,
  s: Strings,
): Html {
  const amount = size ? `${count ? `${count} × ` : ''}${size}` : s.sizeUnknown;
  return html`<b>${name}</b> ${database && html`${database} · `}${amount} <small>${
    personalData === false && html`${s.noPersonalData} · `
  }${
    personalData &&
    html`<strong>${s.personalData}</strong>${personalDataBecause && html` (<span${english}>${marked(personalDataBecause)}</span>)`} · `
  }${backups.length > 0 ? backups.map(({ name: schedule, days }) => s.backup(schedule, days)).join(', ') : s.noBackup}</small>`;
}

const unitTable = (
  catalog: Catalog,
  place: Place,
  own: readonly UnitEntry[],
  units: ReadonlyMap<string, UnitEntry>,
  s: Strings,
): Html => html`<div class="scroll"><table>
<caption>${s.units}</caption>
<thead><tr>${[s.unit, s.wave, s.after, s.since, s.links].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${own.map(
  (unit) => html`<tr>
<th scope="row"><a href="${mapAnchor(unit.path)}" title="${s.onMap}">${unit.path}</a> <small>${s.objects(unit.objects)}</small></th>
<td data-name="${s.wave}">${unit.wave}</td>
<td data-name="${s.after}">${unit.dependsOn.map((path, index) => html`${index > 0 && ', '}<a href="${entryAnchor(units.get(path)?.entry ?? '')}">${path}</a>`)}</td>
<td data-name="${s.since}">${unit.since && html`<a href="${catalog.repository.url}/commit/${unit.since.commit}">${unit.since.date} <code>${unit.since.commit.slice(0, 7)}</code></a>`}</td>
<td class="links">${links([
    ['Argo CD', argocdAddress(catalog, unit)],
    ['Grafana', unit === own[0] ? grafanaAddress(catalog, place) : undefined],
    [s.files, repositoryAddress(catalog, 'tree', `dist/${unit.path}`)],
    [s.history, repositoryAddress(catalog, 'commits', `dist/${unit.path}`)],
  ])}</td>
</tr>`,
)}</tbody>
</table></div>`;

const row = (term: string, content: Part): Html => html`<div><dt>${term}</dt><dd>${content}</dd></div>`;

const some = (term: string, items: readonly Html[]): Html | undefined =>
  items.length === 0 ? undefined : row(term, html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`);

/** A link to elsewhere; only to what is fetched by HTTPS, all else is text. */
const link = (address: string, text: string): Html =>
  address.startsWith('https://') ? html`<a href="${address}">${text}</a>` : html`${text}`;

const links = (all: readonly (readonly [string, string | undefined])[]): Html[] =>
  all.flatMap(([text, address]) => (address ? [html`${link(address, text)} `] : []));

const fileOf = (address: string): string => address.slice(address.lastIndexOf('/') + 1);
