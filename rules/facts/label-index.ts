import { type Selector, selects } from '../engine/pod-view.js';

interface Labelled<T> {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: T;
}

/** Objects with labels, found by selectors without a search through all. */
export class LabelIndex<T> {
  private readonly places = new Map<string, Labelled<T>[]>();
  private readonly pairs = new Map<string, Labelled<T>[]>();

  /** @param place its namespace: a selector selects in one namespace */
  add(place: string, labels: Readonly<Record<string, string>>, value: T): void {
    const entry = { labels, value };
    put(this.places, place, entry);
    for (const [key, label] of Object.entries(labels)) put(this.pairs, `${place}\0${key}\0${label}`, entry);
  }

  /** What a selector selects in a namespace. */
  *find(place: string, selector: Selector): Generator<T> {
    for (const { labels, value } of this.few(place, selector)) if (selects(selector, labels)) yield value;
  }

  /** The first that a selector selects in a namespace. */
  first(place: string, selector: Selector): T | undefined {
    const [value] = this.find(place, selector);
    return value;
  }

  /** The shortest list that contains all that may be selected. */
  private few(place: string, { matchLabels }: Selector): readonly Labelled<T>[] {
    let few = this.places.get(place) ?? [];
    for (const [key, label] of Object.entries(matchLabels ?? {})) {
      const some = this.pairs.get(`${place}\0${key}\0${label}`) ?? [];
      if (some.length < few.length) few = some;
    }
    return few;
  }
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
