// A synth takes 1.45 s of CPU with what is kept here, and 2.6 s without. Libraries for this keep files, and these are
// objects.
import { createHash, hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import type { Item } from './inventory.js';
import type { Rule } from './rule.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What decides whether rules find something in an object, beside the object. */
const judges = ['constructs', 'synth', 'rules', 'imports/schemas', 'package-lock.json'];
/** Beyond so many, those of the last run are kept only. */
const most = 200_000;

/** Whether a rule looks at one object alone: it takes nothing else. */
export const isSingleObjectRule = ({ check, applies }: Rule): boolean =>
  check.length < 2 && (applies?.length ?? 0) < 2;

/**
 * The objects in which no rule that looks at one object alone has found what is not exempt, by their content. Kept from one
 * synth to the next in `node_modules/.cache`, which may be deleted at any time; whoever changes a rule, a schema or a
 * dependency starts anew.
 */
export class PassedCache {
  private readonly known: ReadonlySet<string>;
  private readonly now = new Set<string>();

  /** @param file where they are kept; a file that is not there or not readable is an empty one */
  constructor(private readonly file: string) {
    this.known = new Set(read(file).split('\n'));
  }

  /** Those of the rules as they are now; undefined if these cannot be read, or `PLATFORM_CACHE=off`. */
  static ofTheseRules(): PassedCache | undefined {
    if (process.env['PLATFORM_CACHE'] === 'off') return undefined;
    try {
      return new PassedCache(join(root, 'node_modules/.cache/plateforme-cedille', `passed-${salt()}`));
    } catch {
      return undefined;
    }
  }

  /** Whether nothing was found in it, now or earlier. */
  has(item: Item): boolean {
    const key = keyOf(item);
    if (this.known.has(key)) this.now.add(key);
    return this.now.has(key);
  }

  add(item: Item): void {
    this.now.add(keyOf(item));
  }

  /** Keeps what is known for the next run. That it cannot be kept is no error. */
  save(): void {
    const all = this.known.size < most ? new Set([...this.known, ...this.now]) : this.now;
    if (all.size === this.known.size) return;
    const staged = `${this.file}.${process.pid}`;
    try {
      mkdirSync(dirname(this.file), { recursive: true });
      writeFileSync(staged, [...all].join('\n'));
      renameSync(staged, this.file);
    } catch {
      if (existsSync(staged)) rmSync(staged);
    }
  }
}

const keys = new WeakMap<Item['manifest'], string>();

/** An object and where it lies, as a short text. */
function keyOf(item: Item): string {
  const { manifest, file, cluster, unit, namespace } = item;
  const known =
    keys.get(manifest) ?? hash('sha256', serialize([file, cluster, unit, namespace, manifest]), 'base64url');
  keys.set(manifest, known);
  return known;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function salt(): string {
  const sum = createHash('sha256').update(process.version);
  for (const judge of judges) {
    const at = join(root, judge);
    const files = judge.includes('.') ? [''] : readdirSync(at, { recursive: true, encoding: 'utf8' }).sort();
    for (const name of files.filter((each) => each === '' || /\.(ts|json)$/.test(each)))
      sum.update(`\0${judge}/${name}\0`).update(readFileSync(join(at, name)));
  }
  return sum.digest('hex').slice(0, 24);
}
