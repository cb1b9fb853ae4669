import { fill, type Text } from '../../constructs/refusals/text.js';
import { containersOf } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { containerNamed } from '../facts/containers.js';

const repeated: Text = {
  en: '<container> has <variable> more than once',
  fr: '<container> a <variable> plus d’une fois',
};

export const duplicateEnv: PodRule = {
  id: 'duplicate-env',
  title: {
    en: 'No container has the same environment variable twice',
    fr: 'Aucun conteneur n’a deux fois la même variable d’environnement',
  },
  why: {
    en: 'Kubernetes silently uses the last one: whoever changes the first one sees no effect.',
    fr: 'Kubernetes utilise la dernière sans avertir : qui change la première n’en voit pas l’effet.',
  },
  fix: { en: 'Remove one of the two', fr: 'Enlevez l’une des deux' },
  lists: ['kube-score/environment-variable-key-duplication', 'kube-linter/duplicate-env-var'],
  kinds: 'workloads',
  check: ({ pod }) =>
    containersOf(pod).flatMap(({ name, env }) => {
      const names = listOf(env).flatMap((each) => each.name || []);
      const twice = new Set(names.filter((each, index) => names.indexOf(each) !== index));
      return [...twice].map((variable) => fill(repeated, { container: containerNamed(name), variable }));
    }),
  good: deployment({ container: 'env: [{ name: PORT, value: "80" }, { name: HOST, value: chess.example }]' }),
  bad: deployment({ container: 'env: [{ name: PORT, value: "80" }, { name: PORT, value: "8080" }]' }),
  finds: ["container 'chess' has PORT more than once"],
};
