/** What is wrong, and how to mend it. */
export interface Fault {
  /** What is wrong, with the value that was given. */
  readonly what: string;
  /** How to mend it, as an instruction. */
  readonly mend: string;
}
