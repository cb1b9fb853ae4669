import type { Catalog } from '../model.js';
import { entryDetails } from '../page/entry-details.js';
import { entrySummary } from '../page/entry-summary.js';
import { everything, finder, type Query } from '../page/filter.js';
import { entryAnchor } from '../page/links.js';
import type { Strings } from '../page/strings.js';
import { byId } from './dom.js';

/** How many entries are shown at once, and how many more each time the reader gets to their end. */
const step = 100;

/** The entries that match: at first some, and more as one reads on, so that thousands are searched as fast as a few. */
export class List {
  private readonly list = byId('entries');
  private readonly more = byId('more');
  private readonly form = byId<HTMLFormElement>('filters');
  private readonly find: (query: Query) => boolean[];
  private readonly positions: ReadonlyMap<string, number>;
  /** The entries that were shown so far, in the language that is spoken. */
  private readonly items = new Map<number, HTMLElement>();
  private matching: readonly number[] = [];
  private most = step;

  constructor(
    private readonly catalog: Catalog,
    private s: Strings,
  ) {
    this.find = finder(catalog);
    this.positions = new Map(catalog.entries.map(({ id }, index) => [id, index]));
    this.form.addEventListener('input', () => this.filter());
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.form.addEventListener('reset', () => setTimeout(() => this.filter()));
    this.list.addEventListener('click', ({ target }) => this.toggle(target));
    this.more.addEventListener('click', () => {
      const [first] = this.extend(this.most + step);
      first?.querySelector('button')?.focus();
    });
    new IntersectionObserver(([seen]) => {
      if (seen?.isIntersecting) this.extend(this.most + step);
    }).observe(this.more);
    addEventListener('beforeprint', () => this.extend(Number.POSITIVE_INFINITY));
    this.filter();
  }

  /** Writes the list in another language; what is open stays so. */
  speak(s: Strings): void {
    this.s = s;
    const open = [...this.items].filter(([, { classList }]) => classList.contains('open'));
    this.items.clear();
    for (const [index] of open) this.open(index, true);
    this.draw();
  }

  /** Opens an entry and brings the reader there; filters that hide it go. */
  reveal(id: string): void {
    const index = this.positions.get(id);
    if (index === undefined) return;
    if (!this.matching.includes(index)) {
      this.form.reset();
      this.filter(everything);
    }
    this.extend(this.matching.indexOf(index) + 1);
    const item = this.open(index, true);
    item.querySelector('button')?.focus({ preventScroll: true });
    item.scrollIntoView();
  }

  private toggle(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest('[aria-expanded]') : null;
    const id = button?.closest<HTMLElement>('.entry')?.dataset['entry'] ?? '';
    const index = this.positions.get(id);
    if (!button || index === undefined) return;
    const opened = button.getAttribute('aria-expanded') === 'false';
    this.open(index, opened);
    history.replaceState(null, '', opened ? entryAnchor(id) : '#list');
  }

  private open(index: number, open: boolean): HTMLElement {
    const item = this.item(index);
    const entry = this.catalog.entries[index];
    const details = item.querySelector<HTMLElement>('.details');
    if (!entry || !details) return item;
    if (details.childElementCount === 0) details.innerHTML = entryDetails(this.catalog, entry, this.s).text;
    details.hidden = !open;
    item.classList.toggle('open', open);
    item.querySelector('button')?.setAttribute('aria-expanded', `${open}`);
    return item;
  }

  private item(index: number): HTMLElement {
    const known = this.items.get(index);
    const entry = this.catalog.entries[index];
    if (known || !entry) return known ?? document.createElement('li');
    const template = document.createElement('template');
    template.innerHTML = entrySummary(entry, index, this.s).text;
    const made = template.content.firstElementChild as HTMLElement;
    this.items.set(index, made);
    return made;
  }

  private filter(query = this.query()): void {
    this.matching = this.find(query).flatMap((match, index) => (match ? [index] : []));
    this.most = step;
    this.draw();
  }

  private draw(): void {
    this.list.replaceChildren(...this.matching.slice(0, this.most).map((index) => this.item(index)));
    this.tell();
  }

  /** Shows the first `most` of what matches, if they are not shown; those that are new. */
  private extend(most: number): HTMLElement[] {
    const fresh = this.matching.slice(this.most, most).map((index) => this.item(index));
    this.list.append(...fresh);
    this.most = Math.max(most, this.most);
    this.tell();
    return fresh;
  }

  private tell(): void {
    const count = this.matching.length;
    byId('results').textContent = this.s.results(count);
    byId('none').hidden = count > 0;
    this.list.hidden = count === 0;
    this.more.hidden = count <= this.most;
    this.more.textContent = this.s.showMore(count - this.most);
  }

  private query(): Query {
    const given = Object.fromEntries(new FormData(this.form)) as unknown as Partial<Query>;
    return { ...everything, ...given };
  }
}
