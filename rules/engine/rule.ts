import type { Text } from '../../constructs/refusals/text.js';
import type { Inventory, Item, Workload } from './inventory.js';

/** What is wrong, and, where it can be said better than the rule does for all, how to fix it. */
export type Fault = Text | { readonly what: Text; readonly fix: Text };

interface RuleText {
  /** What people write to exempt something from it: `readiness-probe`. */
  readonly id: string;
  /** What holds, in a few words. */
  readonly title: Text;
  /** Why it matters, in a sentence or two. */
  readonly why: Text;
  /** How to fix it, as an instruction. */
  readonly fix: Text;
  /** The same rule elsewhere: `kube-score/pod-probes`. */
  readonly lists?: readonly string[];
  /** Objects that fulfil it, as YAML. A first line `# prod/chess/x.yaml` says where a document lies. */
  readonly good: string;
  /** Objects of which at least one breaks it. */
  readonly bad: string;
  /** What it says of `bad`, in English and in order. */
  readonly finds: readonly string[];
}

/** A rule about objects of some kinds, or of all. */
export interface ObjectRule extends RuleText {
  /** The kinds it looks at. @default - all */
  readonly kinds?: readonly string[];
  /** Whether it has a say about an item at all. @default - about each of its kinds */
  readonly applies?: (item: Item, inventory: Inventory) => boolean;
  readonly check: (item: Item, inventory: Inventory) => readonly Fault[];
}

/** A rule about whatever makes pods. */
export interface PodRule extends RuleText {
  readonly kinds: 'workloads';
  readonly applies?: (item: Workload, inventory: Inventory) => boolean;
  readonly check: (item: Workload, inventory: Inventory) => readonly Fault[];
}

/** One thing that holds for everything that is deployed. */
export type Rule = ObjectRule | PodRule;
