import { didYouMean, fill, type Text } from '../../constructs/refusals/text.js';
import type { Exemption } from '../../constructs/values/exemption.js';
import { exemptPrefix } from '../../constructs/values/labels.js';
import { suggest } from '../../constructs/values/names.js';
import { Inventory, type Item, type Workload } from './inventory.js';
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

/** The result of a check. */
export interface Verdict {
  readonly findings: readonly Finding[];
  readonly exemptions: readonly Exempted[];
}

/** How to check. */
export interface CheckOptions {
  /** Today, `2027-06-30`: exemptions that ended before are findings. @default - no exemption has ended */
  readonly today?: string;
  /** With shards, only objects for which it is true are checked. @default - all are */
  readonly isOurs?: (item: Item) => boolean;
  /** The rules that are applied; of the others nothing is said. @default - all */
  readonly isApplied?: (rule: Rule) => boolean;
  /** Objects that passed before: they skip the rules that look at a single object. @default - none */
  readonly passed?: PassedCache;
}

/** The id of findings about exemptions. */
const exemptionRule = 'exemption';

/**
 * Checks objects by rules. An exempt object gives no finding. An exemption is itself a finding if it has no reason, has
 * ended, or is unused, or if its rule does not exist.
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
  // The cache does not know which rules an exempt object breaks, which decides whether its exemption is used.
  const fresh = ours.filter(({ manifest }) => !cached.has(manifest) || carriers.has(manifest));
  const toCheck = cached.size === 0 ? inShard : new Inventory(fresh);
  const broken: Finding[] = [];
  for (const rule of rules.filter(isApplied)) {
    for (const item of itemsOf(rule, isSingleObjectRule(rule) ? toCheck : inShard)) {
      if (!appliesTo(rule, item, inventory)) continue;
      for (const fault of rule.check(item, inventory)) {
        const told = 'what' in fault ? fault : { what: fault, fix: rule.fix };
        broken.push({ rule: rule.id, item, ...told });
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
      ? [
          {
            rule: exemptionRule,
            item: exemption.item,
            what: fill(fault.what, { rule: exemption.rule, until: exemption.until ?? '' }),
            fix: fault.fix,
          },
        ]
      : [];
  });
  return { findings: [...findings, ...faulty], exemptions };
}

/** The objects of the kinds that a rule is about. */
function itemsOf({ kinds }: Rule, inventory: Inventory): readonly Workload[] {
  if (kinds === 'workloads') return inventory.workloads;
  return (kinds ? inventory.ofKind(...kinds) : inventory.items) as readonly Workload[];
}

/** Whether a rule applies to one of those. */
const appliesTo = ({ applies }: Rule, item: Workload, inventory: Inventory): boolean =>
  applies?.(item, inventory) ?? true;

const keyOf = (rule: string, { file, manifest }: Item): string =>
  [rule, file, manifest.kind, manifest.metadata?.name].join('\0');

/** The exemptions of an object, from its annotations: `reason (until 2027-06-30)`. */
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
): { what: Text; fix: Text } | undefined {
  if (!known.has(rule)) {
    const near = suggest(rule, known);
    return {
      what: {
        en: "the exemption names the rule '<rule>', which does not exist",
        fr: 'l’exemption nomme la règle « <rule> », qui n’existe pas',
      },
      fix: near
        ? didYouMean(near)
        : fill({ en: 'The rules are <known>', fr: 'Les règles sont <known>' }, { known: [...known] }),
    };
  }
  if (reason.trim().length < 8)
    return {
      what: {
        en: "the exemption from '<rule>' has no reason",
        fr: 'l’exemption de « <rule> » n’a pas de raison',
      },
      fix: { en: 'Give the reason in a sentence', fr: 'Donnez la raison en une phrase' },
    };
  if (until !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(until))
    return {
      what: {
        en: "the exemption from '<rule>' ends on '<until>', which is not a date",
        fr: 'l’exemption de « <rule> » finit le « <until> », qui n’est pas une date',
      },
      fix: { en: "Write it like '2027-06-30'", fr: 'Écrivez-la comme « 2027-06-30 »' },
    };
  if (until !== undefined && until < today)
    return {
      what: {
        en: "the exemption from '<rule>' ended on <until>",
        fr: 'l’exemption de « <rule> » a fini le <until>',
      },
      fix: {
        en: 'Fix the object so that it follows the rule, or agree on a later date',
        fr: 'Corrigez l’objet pour qu’il suive la règle, ou convenez d’une date plus lointaine',
      },
    };
  if (isUseless)
    return {
      what: {
        en: "the exemption from '<rule>' is unused: the object follows the rule",
        fr: 'l’exemption de « <rule> » ne sert à rien : l’objet suit la règle',
      },
      fix: { en: 'Remove the exemption', fr: 'Retirez l’exemption' },
    };
  return undefined;
}
