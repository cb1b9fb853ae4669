import { edgesOf } from './map-edges.js';
import { box, layOut, type Panel, type PlacedUnit } from './map-layout.js';
import type { Catalog, Entry } from './model.js';
import { type Html, html } from './page/html.js';
import { entryAnchor } from './page/links.js';
import { strings } from './page/strings.js';

/** Most characters that fit into a box, and most in smaller letters. */
const [long, longest] = [18, 24];

/** The app-of-apps as an SVG: a box for each unit, which leads to its entry, and a line for each dependency. */
export function mapOf(catalog: Catalog): Html {
  const { width, height, panels, units } = layOut(catalog);
  const kinds = new Map(catalog.entries.map(({ id, kind }) => [id, kind]));
  const at = new Map(units.map((placed) => [placed.unit.path, placed]));
  const lines = edgesOf(catalog.units).flatMap(({ unit, needs }) => {
    const [from, to] = [at.get(needs), at.get(unit)];
    return from && to ? [html`<path data-unit="${unit}" data-needs="${needs}" d="${curve(from, to)}"/>`] : [];
  });
  return html`<svg class="map" viewBox="-1 -1 ${width + 2} ${height + 2}" role="group" aria-labelledby="map-title">
${panels.map(panelOf)}
<g class="lines" aria-hidden="true">${lines}</g>
${units.map((placed) => boxOf(placed, kinds.get(placed.unit.entry)))}
</svg>`;
}

const panelOf = ({ cluster, x, y, width, height, waves }: Panel): Html =>
  html`<g class="panel" data-cluster="${cluster}" aria-hidden="true"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10"/><text class="title" x="${x + 16}" y="${y + 27}">${cluster}</text>${waves.map(
    (wave) =>
      html`<text class="wave" x="${x + 16}" y="${wave.y + 18}"><tspan data-t="wave">${strings.fr.wave}</tspan> ${wave.wave}</text>`,
  )}</g>
`;

const boxOf = ({ unit, x, y }: PlacedUnit, kind: Entry['kind'] | undefined): Html => {
  const name = unit.path.slice(unit.path.indexOf('/') + 1);
  const type = kind === 'app' && unit.project === 'host-parts' ? 'part' : (kind ?? 'service');
  const isCut = name.length > longest;
  const label = isCut ? `${name.slice(0, longest - 1)}…` : name;
  const size = name.length > long && html` class="long"`;
  return html`<a class="unit ${type}" href="${entryAnchor(unit.entry)}" data-path="${unit.path}" aria-label="${unit.path}" transform="translate(${x} ${y})"><title>${unit.path}</title><rect/><text${size} x="10" y="18"${isCut && html` aria-hidden="true"`}>${label}</text></a>
`;
};

/** From the foot of what is needed to the head of what needs it. */
function curve(from: PlacedUnit, to: PlacedUnit): string {
  const [x1, y1] = [from.x + box.width / 2, from.y + box.height];
  const [x2, y2] = [to.x + box.width / 2, to.y];
  const bend = Math.max(14, Math.round((y2 - y1) / 2));
  return `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`;
}
