import { containersOf } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';

export const duplicateEnv: PodRule = {
  id: 'duplicate-env',
  title: 'No environment variable is given twice',
  why: 'The last one counts, without a word: who changes the first sees nothing happen.',
  fix: 'Remove one of the two',
  lists: ['kube-score/environment-variable-key-duplication', 'kube-linter/duplicate-env-var'],
  kinds: 'workloads',
  check: ({ pod }) =>
    containersOf(pod).flatMap(({ name, env }) => {
      const names = listOf(env).flatMap((each) => each.name || []);
      const twice = new Set(names.filter((each, index) => names.indexOf(each) !== index));
      return [...twice].map((each) => `container '${name}' has ${each} more than once`);
    }),
  good: deployment({ container: 'env: [{ name: PORT, value: "80" }, { name: HOST, value: chess.example }]' }),
  bad: deployment({ container: 'env: [{ name: PORT, value: "80" }, { name: PORT, value: "8080" }]' }),
};
