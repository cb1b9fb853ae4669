import type { Catalog } from '../model.js';
import { mapAnchor } from '../page/links.js';
import type { Strings } from '../page/strings.js';
import { byId } from './dom.js';

type Graph = ReadonlyMap<string, readonly string[]>;

/** The map: shows what a unit depends on, and what depends on it, as one points at it or reaches it by keyboard. */
export class UnitMap {
  private readonly canvas = byId('map-view').querySelector<HTMLElement>('.canvas');
  private readonly boxes: ReadonlyMap<string, SVGElement>;
  private readonly lines: readonly SVGElement[];
  private readonly needs: Graph;
  private readonly neededBy: Graph;

  constructor(
    private readonly catalog: Catalog,
    s: Strings,
  ) {
    const all = (selector: string) => [...(this.canvas?.querySelectorAll<SVGElement>(selector) ?? [])];
    this.boxes = new Map(all('[data-path]').map((box) => [box.dataset['path'] ?? '', box]));
    this.lines = all('[data-needs]');
    this.needs = new Map(catalog.units.map(({ path, dependsOn }) => [path, dependsOn]));
    const neededBy = new Map(catalog.units.map(({ path }): [string, string[]] => [path, []]));
    for (const { path, dependsOn } of catalog.units)
      for (const needs of dependsOn) neededBy.get(needs)?.push(path);
    this.neededBy = neededBy;
    this.listen();
    this.speak(s);
  }

  /** Tells of each box, in another language, what is seen of it. */
  speak(s: Strings): void {
    for (const { path, wave, dependsOn } of this.catalog.units) {
      const told = s.mapUnit(wave, dependsOn.length, this.neededBy.get(path)?.length ?? 0);
      this.boxes.get(path)?.setAttribute('aria-label', `${path}, ${told}`);
    }
  }

  /** Brings the reader to a unit; to the map's title if there is no such. */
  reveal(path: string): void {
    const box = this.boxes.get(path);
    box?.scrollIntoView({ block: 'center', inline: 'center' });
    (box ?? byId('map-title')).focus({ preventScroll: box !== undefined });
  }

  private listen(): void {
    const pathAt = (target: EventTarget | null): string | undefined =>
      target instanceof Element ? target.closest<SVGElement>('[data-path]')?.dataset['path'] : undefined;
    const focused = () => pathAt(document.activeElement);
    this.canvas?.addEventListener('pointerover', ({ target }) => this.show(pathAt(target) ?? focused()));
    this.canvas?.addEventListener('pointerleave', () => this.show(focused()));
    this.canvas?.addEventListener('focusin', ({ target }) => this.show(pathAt(target)));
    this.canvas?.addEventListener('focusout', () => this.show(undefined));
    this.canvas?.addEventListener('click', ({ target }) => {
      const path = pathAt(target);
      if (path) history.replaceState(null, '', mapAnchor(path)); // where the way back leads
    });
  }

  private show(path: string | undefined): void {
    this.canvas?.classList.toggle('pointed', path !== undefined);
    const needs = path === undefined ? new Set() : reach(this.needs, path);
    const needed = path === undefined ? new Set() : reach(this.neededBy, path);
    const mark = (element: SVGElement, isNeeds: boolean, isNeeded: boolean, isSelf = false) => {
      element.classList.toggle('self', isSelf);
      element.classList.toggle('needs', isNeeds);
      element.classList.toggle('needed', isNeeded);
    };
    for (const [own, box] of this.boxes) mark(box, needs.has(own), needed.has(own), own === path);
    for (const line of this.lines) {
      const { unit = '', needs: to = '' } = line.dataset;
      mark(
        line,
        (unit === path || needs.has(unit)) && needs.has(to),
        (to === path || needed.has(to)) && needed.has(unit),
      );
    }
  }
}

/** All that is reached from a unit, not itself. */
function reach(graph: Graph, from: string): Set<string> {
  const found = new Set<string>();
  const waiting = [from];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const other of graph.get(next) ?? []) {
      if (!found.has(other)) waiting.push(other);
      found.add(other);
    }
  }
  return found;
}
