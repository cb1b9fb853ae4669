import type { Text } from '../../constructs/refusals/text.js';
import type { Exemption } from '../../constructs/values/exemption.js';
import { exemptPrefix } from '../../constructs/values/labels.js';
import { oneOf, suggest } from '../../constructs/values/names.js';
import { Inventory, type Item, type Workload } from './inventory.js';
import { both } from './near.js';
import { isSingleObjectRule, type PassedCache } from './passed-cache.js';
import type { Rule } from './rule.js';

/** Something that breaks a rule. */
export interface Finding {
  /** The rule's id. */
  readonly rule: string;
  readonly item: Item;
  readonly what: Text;
  readonly fix: Text;
}

/** An exemption, and the object that carries it. */
export interface Exempted extends Exemption {
  readonly item: Item;
}

/** What came of a check. */
export interface Verdict {
  readonly findings: readonly Finding[];
  readonly exemptions: readonly Exempted[];
}

/** How to check. */
export interface CheckOptions {
  /** Today, `2027-06-30`: exemptions that ended before are findings. @default - none is taken to have ended */
  readonly today?: string;
  /** With shards, only objects for which it is true are checked. @default - all are */
  readonly isOurs?: (item: Item) => boolean;
  /** The rules that are applied; of the others nothing is said. @default - all */
  readonly isApplied?: (rule: Rule) => boolean;
  /** Objects that passed before: they skip the rules that look at a single object. @default - none */
  readonly passed?: PassedCache;
}

/** The id under which faults of exemptions themselves are told. */
const exemptionRule = 'exemption';

/**
 * Checks objects by rules. An exempt object gives no finding; an exemption without a reason, of no rule, out of date, or
 * of an object that breaks nothing is itself a finding.
 */
export function check(
  inventory: Inventory,
  rules: readonly Rule[],
  { today = '', isOurs = () => true, isApplied = () => true, passed }: CheckOptions = {},
): Verdict {
  const ours = inventory.items.filter(isOurs);
  const inShard = ours.length === inventory.items.length ? inventory : new Inventory(ours);
  const exemptions = ours.flatMap(exemptionsOf);
  const exempt = new Set(exemptions.map(({ rule, item }) => keyOf(rule, item)));
  const carriers = new Set(exemptions.map(({ item }) => item.manifest));
  const cached = new Set(ours.filter((item) => passed?.has(item)).map(({ manifest }) => manifest));
  // The cache does not say which rules an exempt object breaks, and that decides whether its exemption is of use.
  const fresh = ours.filter(({ manifest }) => !cached.has(manifest) || carriers.has(manifest));
  const toCheck = cached.size === 0 ? inShard : new Inventory(fresh);
  const broken: Finding[] = [];
  for (const rule of rules.filter(isApplied)) {
    for (const item of itemsOf(rule, isSingleObjectRule(rule) ? toCheck : inShard)) {
      if (!appliesTo(rule, item, inventory)) continue;
      for (const fault of rule.check(item, inventory)) {
        const told = typeof fault === 'object' && 'what' in fault ? fault : { what: fault, fix: rule.fix };
        broken.push({ rule: rule.id, item, what: both(told.what), fix: both(told.fix) });
      }
    }
  }
  const findings = broken.filter(({ rule, item }) => !exempt.has(keyOf(rule, item)));
  const decided = new Set([...cached, ...findings.map(({ item }) => item.manifest)]);
  for (const item of ours) if (!decided.has(item.manifest)) passed?.add(item);

  const breaks = new Set(broken.map(({ rule, item }) => keyOf(rule, item)));
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const isUseless = ({ rule: id, item }: Exempted) => {
    const rule = known.get(id);
    if (!rule || !isApplied(rule) || breaks.has(keyOf(id, item))) return false;
    return itemsOf(rule, new Inventory([item])).some((each) => appliesTo(rule, each, inventory));
  };
  const faulty = exemptions.flatMap((exemption) => {
    const fault = exemptionFault(exemption, new Set(known.keys()), isUseless(exemption), today);
    return fault
      ? [{ rule: exemptionRule, item: exemption.item, what: both(fault.what), fix: both(fault.fix) }]
      : [];
  });
  return { findings: [...findings, ...faulty], exemptions };
}

/** Those that a rule is about, by their kinds. A rule about pods is given nothing but what makes pods. */
function itemsOf({ kinds }: Rule, inventory: Inventory): readonly Workload[] {
  if (kinds === 'workloads') return inventory.workloads;
  return (kinds ? inventory.ofKind(...kinds) : inventory.items) as readonly Workload[];
}

/** Whether a rule applies to one of those. */
const appliesTo = ({ applies }: Rule, item: Workload, inventory: Inventory): boolean =>
  applies?.(item, inventory) ?? true;

const keyOf = (rule: string, { file, manifest }: Item): string =>
  [rule, file, manifest.kind, manifest.metadata?.name].join('\0');

/** What an object is exempt from, as its annotations say it: `reason (until 2027-06-30)`. */
export const exemptionsOf = (item: Item): Exempted[] =>
  Object.entries(item.manifest.metadata?.annotations ?? {}).flatMap(([key, value]) => {
    if (!key.startsWith(exemptPrefix)) return [];
    const [, reason = '', until] = /^(.*?)(?: \(until (.*)\))?$/s.exec(value) ?? [];
    return [{ rule: key.slice(exemptPrefix.length), item, reason, ...(until && { until }) }];
  });

function exemptionFault(
  { rule, reason, until }: Exempted,
  known: ReadonlySet<string>,
  isUseless: boolean,
  today: string,
): { what: string; fix: string } | undefined {
  const name = `the exemption from '${rule}'`;
  if (!known.has(rule)) {
    const near = suggest(rule, known);
    return {
      what: `${name} is of no rule`,
      fix: near ? `Did you mean ${near}?` : `Rules are ${oneOf(known)}`,
    };
  }
  if (reason.trim().length < 8) return { what: `${name} has no reason`, fix: 'Say why in a sentence' };
  if (until !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(until))
    return { what: `${name} ends at '${until}', which is no day`, fix: `Write it like '2027-06-30'` };
  if (until !== undefined && until < today)
    return { what: `${name} has ended on ${until}`, fix: 'Mend what it was for, or agree on another day' };
  if (isUseless) return { what: `${name} is of no use: nothing breaks it`, fix: 'Remove it' };
  return undefined;
}
