import type { Text } from './text.js';

/** Something that the platform refuses. `<name>` in a text stands for what was given. */
export interface Refusal {
  /** What is wrong. */
  readonly what: Text;
  /** How to fix it, as an instruction. */
  readonly fix: Text;
}

/** Refusals by their ids, which stay as they are: people look them up. */
export type Refusals = Readonly<Record<string, Refusal>>;
