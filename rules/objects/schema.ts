import type { ObjectRule } from '../engine/rule.js';
import { Schemas } from '../schema/schema.js';

let schemas: Schemas | undefined;

export const schema: ObjectRule = {
  id: 'schema',
  title: {
    en: 'Every field exists in the schema of its kind, and has the right type',
    fr: 'Chaque champ existe dans le schéma de son kind, et a le bon type',
  },
  why: {
    en: 'The API server drops fields that it does not know, or refuses the whole object, and only after the commit.',
    fr: 'L’API server ignore les champs qu’il ne connaît pas, ou refuse tout l’objet, et seulement après le commit.',
  },
  fix: {
    en: 'Give a value of the type that the schema of the kind asks for',
    fr: 'Donnez une valeur du type que demande le schéma du kind',
  },
  lists: ['kubeconform', 'kube-linter/schema-validation'],
  check: ({ manifest }) => {
    schemas ??= new Schemas();
    return schemas.faults(manifest);
  },
  good: 'apiVersion: v1\nkind: Service\nmetadata: { name: chess }\nspec: { selector: { app: chess }, ports: [{ port: 80 }] }',
  bad: 'apiVersion: v1\nkind: Service\nmetadata: { name: chess, label: { app: chess } }\nspec: { ports: [{ port: "80" }] }',
  finds: ["metadata has no field 'label'", "spec.ports[0].port '80' must be of type integer"],
};
