import type { Catalog } from '../model.js';
import { entryDetails } from '../page/entry-details.js';
import { entrySummary } from '../page/entry-summary.js';
import { everything, finder, type Query } from '../page/filter.js';
import { entryAnchor } from '../page/links.js';
import type { Strings } from '../page/strings.js';
import { byId } from './dom.js';

/** The list of entries: all are there from the start, those that do not match are hidden. */
export class List {
  private readonly list = byId('entries');
  private readonly form = byId<HTMLFormElement>('filters');
  private readonly find: (query: Query) => boolean[];
  private readonly positions: ReadonlyMap<string, number>;

  constructor(
    private readonly catalog: Catalog,
    private s: Strings,
  ) {
    this.find = finder(catalog);
    this.positions = new Map(catalog.entries.map(({ id }, index) => [id, index]));
    this.form.addEventListener('input', () => this.filter());
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.form.addEventListener('reset', () => setTimeout(() => this.filter()));
    this.list.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('[aria-expanded]') : null;
      const id = button?.closest<HTMLElement>('.entry')?.dataset['entry'];
      if (!button || !id) return;
      const opened = button.getAttribute('aria-expanded') === 'false';
      this.open(id, opened);
      history.replaceState(null, '', opened ? entryAnchor(id) : '#list');
    });
    this.speak(s);
  }

  /** Writes the list in another language; what is open stays so. */
  speak(s: Strings): void {
    this.s = s;
    const open = [...this.list.querySelectorAll<HTMLElement>('.entry:has([aria-expanded=true])')];
    this.list.innerHTML = this.catalog.entries
      .map((entry, index) => entrySummary(entry, index, s).text)
      .join('');
    for (const { dataset } of open) if (dataset['entry']) this.open(dataset['entry'], true);
    this.filter();
  }

  /** Opens an entry and brings the reader there; filters that hide it go. */
  reveal(id: string): void {
    const item = this.open(id, true);
    if (!item) return;
    if (item.hidden) {
      this.form.reset();
      this.filter(everything);
    }
    item.querySelector('button')?.focus({ preventScroll: true });
    item.scrollIntoView();
    requestAnimationFrame(() => item.scrollIntoView()); // what was out of sight has its true height only now
  }

  private open(id: string, open: boolean): HTMLElement | undefined {
    const index = this.positions.get(id);
    const entry = index === undefined ? undefined : this.catalog.entries[index];
    const item = index === undefined ? undefined : this.list.children[index];
    const details = item?.querySelector<HTMLElement>('.details');
    if (!entry || !details || !(item instanceof HTMLElement)) return undefined;
    if (details.childElementCount === 0) details.innerHTML = entryDetails(this.catalog, entry, this.s).text;
    details.hidden = !open;
    item.querySelector('button')?.setAttribute('aria-expanded', `${open}`);
    return item;
  }

  private filter(query = this.query()): void {
    const matches = this.find(query);
    matches.forEach((match, index) => {
      const item = this.list.children[index];
      if (item instanceof HTMLElement && item.hidden === match) item.hidden = !match;
    });
    const count = matches.filter(Boolean).length;
    byId('results').textContent = this.s.results(count);
    byId('none').hidden = count > 0;
  }

  private query(): Query {
    const given = Object.fromEntries(new FormData(this.form)) as unknown as Partial<Query>;
    return { ...everything, ...given };
  }
}
