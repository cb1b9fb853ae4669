import type { Catalog, Entry } from '../model.js';

/** What someone looks for; an empty string asks for nothing. */
export interface Query {
  /** Words, all of which have to occur. */
  readonly text: string;
  readonly cluster: string;
  readonly club: string;
  readonly kind: '' | Entry['kind'];
  readonly access: '' | 'public' | 'private';
}

/** The query that everything answers. */
export const everything: Query = { text: '', cluster: '', club: '', kind: '', access: '' };

/** Text as it is searched: without case and accents. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** All words of an entry, as they are searched. */
const wordsOf = ({ id, description = '', owner, source = '', places }: Entry): string =>
  plain(
    [
      id,
      description,
      owner.club,
      owner.github,
      source,
      ...places.flatMap((place) => [
        place.environment ?? '',
        place.cluster,
        place.namespace,
        ...place.units,
        ...place.hosts.map(({ host }) => host),
        ...place.programs.map(({ image }) => image),
        ...place.charts.map(({ name, version }) => `${name} ${version}`),
        ...place.data.map(({ name, database = '' }) => `${name} ${database}`),
        ...place.secrets.map(({ at }) => at),
        ...place.exceptions.map(({ rule }) => rule),
      ]),
    ].join('\n'),
  );

/** The public hosts of an entry, over all places. */
export const hostsOf = ({ places }: Entry) => places.flatMap(({ hosts }) => hosts);

/** A test of entries, by their positions in the catalogue: each answers the query or not. */
export function finder({ entries }: Pick<Catalog, 'entries'>): (query: Query) => boolean[] {
  const words = entries.map(wordsOf);
  return ({ text, cluster, club, kind, access }) => {
    const wanted = plain(text).split(/\s+/).filter(Boolean);
    return entries.map(
      (entry, index) =>
        (!kind || entry.kind === kind) &&
        (!club || entry.owner.club === club) &&
        (!cluster || entry.places.some((place) => place.cluster === cluster)) &&
        (!access || hostsOf(entry).length > 0 === (access === 'public')) &&
        wanted.every((word) => words[index]?.includes(word)),
    );
  };
}
