import { loadAll } from 'js-yaml';
import type { Manifest } from '../../constructs/kube/manifest.js';
import { Inventory } from '../../rules/engine/inventory.js';
import type { Rule } from '../../rules/engine/rule.js';
import { check } from '../../rules/engine/run.js';
import { placed } from '../../rules/input/read-folder.js';

/** What a rule says of objects, each with the file in which it lies. */
export const foundIn = (rule: Rule, files: readonly { file: string; manifest: Manifest }[]): string[] =>
  check(new Inventory(placed(files)), [rule], { today: '2026-01-01' }).findings.map(({ what }) => what.en);

/** What a rule says of YAML, whose documents may say by a first line `# prod/chess/x.yaml` where they lie. */
export const found = (rule: Rule, yaml: string): string[] =>
  foundIn(
    rule,
    yaml
      .split(/^---$/m)
      .filter((text) => text.trim() !== '')
      .map((text) => ({
        file: /^\s*# (\S+\.yaml)$/m.exec(text)?.[1] ?? 'example.yaml',
        manifest: loadAll(text)[0] as Manifest,
      })),
  );
