import { loadAll } from 'js-yaml';
import { Inventory } from '../../constructs/checks/inventory.js';
import { placed } from '../../constructs/checks/read-folder.js';
import type { Rule } from '../../constructs/checks/rule.js';
import { check } from '../../constructs/checks/run.js';
import type { Manifest } from '../../constructs/manifest.js';

/** What a rule finds in documents, each of which may say by a first line in which file it lies, and how to mend it. */
export function found(rule: Rule, ...parts: readonly string[]): string[] {
  const documents = parts
    .join('\n---\n')
    .split(/^---$/m)
    .map((text) => ({
      file: /^\s*# (\S+\.yaml)$/m.exec(text)?.[1] ?? 'example.yaml',
      manifest: loadAll(text)[0] as Manifest,
    }));
  const { findings } = check(new Inventory(placed(documents)), [rule], '2026-01-01');
  return findings.map(({ what, mend }) => `${what}: ${mend}`);
}
