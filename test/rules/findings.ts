import { loadAll } from 'js-yaml';
import type { Manifest } from '../../constructs/kube/manifest.js';
import { Inventory } from '../../rules/engine/inventory.js';
import type { Rule } from '../../rules/engine/rule.js';
import { check } from '../../rules/engine/run.js';
import { placed } from '../../rules/input/read-folder.js';

interface Document {
  readonly file: string;
  readonly manifest: Manifest;
}

/** The documents of an example, which may say by a first line in which file they lie. */
export const documentsOf = (yaml: string): Document[] =>
  yaml.split(/^---$/m).map((text) => ({
    file: /^\s*# (\S+\.yaml)$/m.exec(text)?.[1] ?? 'example.yaml',
    manifest: loadAll(text)[0] as Manifest,
  }));

/** What a rule finds in documents, or in an example. */
export function findings(rule: Rule, given: string | readonly Document[]): { what: string; fix: string }[] {
  const documents = typeof given === 'string' ? documentsOf(given) : given;
  const { findings } = check(new Inventory(placed(documents)), [rule], { today: '2026-01-01' });
  return findings.map(({ what, fix }) => ({ what: what.en, fix: fix.en }));
}

/** The same, each on one line with how to fix it. */
export const found = (rule: Rule, ...parts: readonly string[]): string[] =>
  findings(rule, parts.join('\n---\n')).map(({ what, fix }) => `${what}: ${fix}`);
