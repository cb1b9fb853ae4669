import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConstruct } from 'constructs';
import { sourceOf } from '../../constructs/problems/source.js';

/** Where something is declared, and what is said of it there. */
export interface Declaration {
  /** The file, below the repository's root. */
  readonly source?: string;
  /** The doc comment of what declares it, on one line. */
  readonly description?: string;
}

const root = join(import.meta.dirname, '../..');

/** The file of a construct and its doc comment: the last one over an exported constant that begins before its line. */
export function declarationOf(construct: IConstruct): Declaration {
  const [, source, line] = /^(.*):(\d+)$/.exec(sourceOf(construct) ?? '') ?? [];
  if (!source || !existsSync(join(root, source))) return {};
  const before = readFileSync(join(root, source), 'utf8').split('\n').slice(0, Number(line)).join('\n');
  const comments = [...before.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n(?:export )?const \w+/g)];
  const description = (comments.at(-1)?.[1] ?? '').replace(/\s*\n\s*\* ?/g, ' ').trim();
  return { source, ...(description && { description }) };
}
