import { exemptPrefix } from './labels.js';

/** A rule that something breaks, and why. */
export interface Exemption {
  /** The rule's id. */
  readonly rule: string;
  /** Why, in a sentence. */
  readonly reason: string;
  /** The last day on which that holds, `2027-06-30`. @default - for ever */
  readonly until?: string;
}

/** What an object says of the rules that it breaks: annotations, or nothing. */
export function exemptions(...exempt: readonly Exemption[]): Record<string, string> | undefined {
  if (exempt.length === 0) return undefined;
  return Object.fromEntries(
    exempt.map(({ rule, reason, until }) => [
      `${exemptPrefix}${rule}`,
      until ? `${reason} (until ${until})` : reason,
    ]),
  );
}
