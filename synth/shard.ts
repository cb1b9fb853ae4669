// Of no use at today's size. It begins to pay at about 1,000 apps in two environments: a synth takes 14 s of CPU
// there, of which a part on a machine of its own saves up to 8.
import type { IConstruct } from 'constructs';
import { isApp } from '../constructs/app/app.js';
import type { Platform } from '../constructs/platform/platform.js';
import type { Unit } from '../constructs/platform/unit.js';
import { oneOf, suggest } from '../constructs/values/names.js';

/** What is no app's: system services, namespaces, projects, the root. */
const restName = 'platform';

/** A part of the platform that one synth of several writes. */
export interface Shard {
  /** The apps that are in it, and `platform` for all that is no app's. */
  readonly parts: ReadonlySet<string>;
  /** Whether what was made by `construct` is in it. */
  readonly has: (construct: IConstruct) => boolean;
}

/** The app that a construct is part of, or `platform`. */
const partOf = (construct: IConstruct): string => construct.node.scopes.find(isApp)?.node.id ?? restName;

/**
 * The part of the platform that is asked for: apps by name, `chess,platform`, or one of several equal parts, `2/4`.
 * Each object is in exactly one of the parts. Undefined if nothing is asked for; an error if there is no such part.
 */
export function shardOf(platform: Platform, asked: string | undefined): Shard | undefined {
  if (!asked) return undefined;
  const all = [restName, ...platform.node.children.filter(isApp).map(({ node }) => node.id)].sort();
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(asked) ?? [];
  const parts = new Set(index && count ? share(all, asked, Number(index), Number(count)) : named(all, asked));
  return { parts, has: (construct) => parts.has(partOf(construct)) };
}

function share(all: readonly string[], asked: string, index: number, count: number): string[] {
  if (index < 1 || index > count)
    throw new Error(`PLATFORM_ONLY '${asked}' is no part. Write it like '1/${Math.max(count, 1)}'.`);
  return all.filter((_, at) => at % count === index - 1);
}

function named(all: readonly string[], asked: string): string[] {
  const names = asked.split(',').map((name) => name.trim());
  for (const name of names) {
    if (all.includes(name)) continue;
    const near = suggest(name, all);
    const mend = near ? `Did you mean ${near}?` : `Use names of apps, ${oneOf([restName, "'1/4'"])}.`;
    throw new Error(`PLATFORM_ONLY names '${name}', which is no app. ${mend}`);
  }
  return names;
}

/** Tells the files of `dist/` that other shards write, which therefore stay: those outside the folders of this one. */
export function othersFiles(
  { units }: { readonly units: readonly { readonly unit: Unit }[] },
  shard: Shard | undefined,
): (path: string) => boolean {
  if (!shard) return () => false;
  const own = new Set(units.filter(({ unit }) => shard.has(unit)).map(({ unit }) => unit.path));
  return (path) => !own.has(path.split('/').slice(0, 2).join('/'));
}
