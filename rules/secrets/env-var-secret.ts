import { fill } from '../../constructs/refusals/text.js';
import { containersOf } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { secretFault } from './secret-values.js';

export const envVarSecret: PodRule = {
  id: 'env-var-secret',
  title: {
    en: 'No environment variable contains a secret',
    fr: 'Aucune variable d’environnement ne contient de secret',
  },
  why: {
    en: 'The repository is public and keeps every version: a password that is written into it must be considered known to everybody.',
    fr: 'Le dépôt est public et garde toutes les versions : un mot de passe qui y est écrit doit être considéré comme connu de tous.',
  },
  fix: {
    en: 'Change the secret, and read it from Vault (in apps: secrets, or uses for a database)',
    fr: 'Changez le secret, et lisez-le depuis Vault (dans apps : secrets, ou uses pour une base de données)',
  },
  lists: ['kube-linter/env-var-secret', 'polaris/sensitiveContainerEnvVar', 'nsa/C-0012'],
  kinds: 'workloads',
  check: ({ pod }) =>
    containersOf(pod).flatMap(({ name, env }) =>
      listOf(env).flatMap((variable) => {
        const fault = secretFault(`${variable.name}`, `${variable.value ?? ''}`);
        if (!fault) return [];
        return [
          fill(
            {
              en: "the variable <variable> of container '<name>' <fault>",
              fr: 'la variable <variable> du conteneur « <name> » <fault>',
            },
            { variable: `${variable.name}`, name: `${name}`, fault },
          ),
        ];
      }),
    ),
  good: deployment({
    container:
      'env:\n  - name: DB_PASSWORD\n    valueFrom: { secretKeyRef: { name: db, key: password } }\n  - { name: DB_URL, value: "postgresql://chess:$(DB_PASSWORD)@db" }',
  }),
  bad: deployment({ container: 'env: [{ name: DB_PASSWORD, value: hunter2 }]' }),
  finds: ["the variable DB_PASSWORD of container 'chess' contains a secret, judging by its name"],
};
