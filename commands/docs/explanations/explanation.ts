import type { Text } from '../../../constructs/refusals/text.js';

/** What the page of a refusal adds to its text. */
export interface Explanation {
  /** Why the platform refuses it, and what would happen otherwise, in a sentence or two. */
  readonly why: Text;
  /** What is refused and what is not: lines of the file, or of the command line. */
  readonly example: { readonly bad: string; readonly good: string };
}

/** An explanation of each refusal of a group. */
export type Explanations<Group> = Readonly<Record<keyof Group, Explanation>>;
