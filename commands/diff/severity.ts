/** How much a change deserves a look, from the least to the most. */
export const levels = ['info', 'notice', 'warning', 'danger'] as const;

/** `info`, `notice`, `warning` or `danger`. */
export type Level = (typeof levels)[number];

/** What the command exits with. */
export const exitCodes: Readonly<Record<Level, number>> = { info: 0, notice: 10, warning: 20, danger: 30 };

/** The highest of some levels; `info` of none. */
export const highest = (of: Iterable<Level>): Level =>
  levels[Math.max(0, ...[...of].map((level) => levels.indexOf(level)))] ?? 'info';

/** Orders what has a level by it, the highest first. */
export const riskiestFirst = (a: { readonly level: Level }, b: { readonly level: Level }): number =>
  levels.indexOf(b.level) - levels.indexOf(a.level);
