import { exemptPrefix } from '../exemption.js';
import { oneOf, suggest } from '../names.js';
import { Inventory, type Item, type Workload } from './inventory.js';
import type { Rule } from './rule.js';
import { looksAtOne, type Sound } from './sound.js';

/** Something that breaks a rule. */
export interface Finding {
  /** The rule's id. */
  readonly rule: string;
  readonly item: Item;
  readonly what: string;
  readonly mend: string;
}

/** A rule that something breaks, and says why. */
export interface Exception {
  readonly rule: string;
  readonly item: Item;
  readonly reason: string;
  readonly until?: string;
}

/** What came of looking at everything. */
export interface Verdict {
  readonly findings: readonly Finding[];
  readonly exceptions: readonly Exception[];
}

/** The rule about exceptions themselves. */
const exceptionRule = 'exception';

/**
 * Looks at everything by all rules. What is exempt is no finding; an exemption without a reason, of no rule, out of
 * date, or of something that breaks nothing is one. Of several runs that share the work, each looks at what is `ours`.
 * What is known to be sound need not be looked at alone again.
 */
export function check(
  inventory: Inventory,
  rules: readonly Rule[],
  today: string,
  isOurs: (item: Item) => boolean = () => true,
  sound?: Sound,
): Verdict {
  const ours = inventory.items.filter(isOurs);
  const exceptions = ours.flatMap(exceptionsOf);
  const exempt = new Set(exceptions.map(({ rule, item }) => keyOf(rule, item)));
  const exemptItems = new Set(exceptions.map(({ item }) => item.manifest));
  const passed = new Set(ours.filter((item) => sound?.has(item)).map(({ manifest }) => manifest));
  const mine = ours.length === inventory.items.length ? inventory : new Inventory(ours);
  const doubtful = ours.filter(({ manifest }) => !passed.has(manifest) || exemptItems.has(manifest));
  const due = passed.size === 0 ? mine : new Inventory(doubtful);
  const broken: Finding[] = [];
  for (const rule of rules) {
    for (const item of itemsOf(rule, looksAtOne(rule) ? due : mine)) {
      if (!hasASay(rule, item, inventory)) continue;
      for (const fault of rule.check(item, inventory)) {
        const told = typeof fault === 'string' ? { what: fault, mend: rule.mend } : fault;
        broken.push({ rule: rule.id, item, ...told });
      }
    }
  }
  const findings = broken.filter(({ rule, item }) => !exempt.has(keyOf(rule, item)));
  const decided = new Set([...passed, ...findings.map(({ item }) => item.manifest)]);
  for (const item of ours) if (!decided.has(item.manifest)) sound?.add(item);

  const breaks = new Set(broken.map(({ rule, item }) => keyOf(rule, item)));
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const isUseless = ({ rule: id, item }: Exception) => {
    const rule = known.get(id);
    if (!rule || breaks.has(keyOf(id, item))) return false;
    return itemsOf(rule, new Inventory([item])).some((each) => hasASay(rule, each, inventory));
  };
  const faulty = exceptions.flatMap((exception) => {
    const fault = exceptionFault(exception, new Set(known.keys()), isUseless(exception), today);
    return fault ? [{ rule: exceptionRule, item: exception.item, ...fault }] : [];
  });
  return {
    findings: [...findings, ...faulty],
    exceptions,
  };
}

/** Those that a rule is about, by their kinds. A rule about pods is given nothing but what makes pods. */
function itemsOf({ kinds }: Rule, inventory: Inventory): readonly Workload[] {
  if (kinds === 'workloads') return inventory.workloads;
  return (kinds ? inventory.ofKind(...kinds) : inventory.items) as readonly Workload[];
}

/** Whether a rule has a say about one of those. */
const hasASay = ({ applies }: Rule, item: Workload, inventory: Inventory): boolean =>
  applies?.(item, inventory) ?? true;

const keyOf = (rule: string, { file, manifest }: Item): string =>
  [rule, file, manifest.kind, manifest.metadata?.name].join('\0');

/** What an object is exempt from, as its annotations say it: `reason (until 2027-06-30)`. */
export const exceptionsOf = (item: Item): Exception[] =>
  Object.entries(item.manifest.metadata?.annotations ?? {}).flatMap(([key, value]) => {
    if (!key.startsWith(exemptPrefix)) return [];
    const [, reason = '', until] = /^(.*?)(?: \(until (.*)\))?$/s.exec(value) ?? [];
    return [{ rule: key.slice(exemptPrefix.length), item, reason, ...(until && { until }) }];
  });

function exceptionFault(
  { rule, reason, until }: Exception,
  known: ReadonlySet<string>,
  isUseless: boolean,
  today: string,
): { what: string; mend: string } | undefined {
  const name = `the exemption from '${rule}'`;
  if (!known.has(rule)) {
    const near = suggest(rule, known);
    return {
      what: `${name} is of no rule`,
      mend: near ? `Did you mean ${near}?` : `Rules are ${oneOf(known)}`,
    };
  }
  if (reason.trim().length < 8) return { what: `${name} has no reason`, mend: 'Say why in a sentence' };
  if (until !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(until))
    return { what: `${name} ends at '${until}', which is no day`, mend: `Write it like '2027-06-30'` };
  if (until !== undefined && until < today)
    return { what: `${name} has ended on ${until}`, mend: 'Mend what it was for, or agree on another day' };
  if (isUseless) return { what: `${name} is of no use: nothing breaks it`, mend: 'Remove it' };
  return undefined;
}
