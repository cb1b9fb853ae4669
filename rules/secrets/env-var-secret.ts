import { containersOf } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { secretFault } from './secret-values.js';

export const envVarSecret: PodRule = {
  id: 'env-var-secret',
  title: 'No secret is written into an environment variable',
  why: 'Everything here lies in a public repository for ever, so a password in it must be taken for known to everybody.',
  fix: 'Change the secret, and have it come from Vault (in apps: secrets, or uses for a database)',
  lists: ['kube-linter/env-var-secret', 'polaris/sensitiveContainerEnvVar', 'nsa/C-0012'],
  kinds: 'workloads',
  check: ({ pod }) =>
    containersOf(pod).flatMap(({ name, env }) =>
      listOf(env).flatMap((variable) => {
        const fault = secretFault(`${variable.name}`, `${variable.value ?? ''}`);
        return fault ? [`${variable.name} of container '${name}' ${fault}`] : [];
      }),
    ),
  good: deployment({
    container:
      'env:\n  - name: DB_PASSWORD\n    valueFrom: { secretKeyRef: { name: db, key: password } }\n  - { name: DB_URL, value: "postgresql://chess:$(DB_PASSWORD)@db" }',
  }),
  bad: deployment({ container: 'env: [{ name: DB_PASSWORD, value: hunter2 }]' }),
};
