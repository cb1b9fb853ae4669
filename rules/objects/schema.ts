import type { ObjectRule } from '../engine/rule.js';
import { Schemas } from '../schema/schema.js';

let schemas: Schemas | undefined;

export const schema: ObjectRule = {
  id: 'schema',
  title: 'Every field is one that its kind has, and of its type',
  why: 'The API server drops what it does not know, or refuses the whole object, and either is seen only after the commit.',
  fix: 'Give what the kind asks for there',
  lists: ['kubeconform', 'kube-linter/schema-validation'],
  check: ({ manifest }) => {
    schemas ??= new Schemas();
    return schemas.faults(manifest);
  },
  good: 'apiVersion: v1\nkind: Service\nmetadata: { name: chess }\nspec: { selector: { app: chess }, ports: [{ port: 80 }] }',
  bad: 'apiVersion: v1\nkind: Service\nmetadata: { name: chess, label: { app: chess } }\nspec: { ports: [{ port: "80" }] }',
};
