import type { structure as refusals } from '../../../constructs/refusals/structure.js';
import type { Explanations } from './explanation.js';

/** How services, apps and objects stand to each other. */
export const structure: Explanations<typeof refusals> = {
  'dependency-missing': {
    why: {
      en: 'A service that needs another is deployed after it. What main.ts does not load is never there, and the service would fail.',
      fr: 'Un service qui en demande un autre est déployé après lui. Ce que main.ts ne charge pas n’est jamais là, et le service échouerait.',
    },
    example: {
      bad: "import('./system/grafana.js'), // and not the file of prometheus",
      good: `import('./system/grafana.js'),
import('./system/prometheus.js'),`,
    },
  },
  'dependency-off': {
    why: {
      en: 'What is switched off is not deployed. What depends on it would fail for want of it.',
      fr: 'Ce qui est désactivé n’est pas déployé. Ce qui en dépend échouerait.',
    },
    example: {
      bad: `new SystemService(platform, 'prometheus', { enabled: false });
new SystemService(platform, 'grafana', { dependsOn: [prometheus] });`,
      good: `new SystemService(platform, 'prometheus', {});
new SystemService(platform, 'grafana', { dependsOn: [prometheus] });`,
    },
  },
  'dependency-cycle': {
    why: {
      en: 'Each is to be deployed after the other, so that there is no order in which the platform could come up.',
      fr: 'Chacun doit être déployé après l’autre : il n’y a pas d’ordre dans lequel la plateforme pourrait démarrer.',
    },
    example: {
      bad: `new SystemService(platform, 'vault', { dependsOn: [dns] });
new SystemService(platform, 'dns', { dependsOn: [vault] });`,
      good: `new SystemService(platform, 'vault', { dependsOn: [dns] });
new SystemService(platform, 'dns', {});`,
    },
  },
  'namespace-order': {
    why: {
      en: 'On an empty cluster the namespace would not be there yet, and Argo CD would fail to apply anything into it.',
      fr: 'Sur un cluster vide, le namespace n’existerait pas encore, et Argo CD ne pourrait rien y appliquer.',
    },
    example: {
      bad: "new SystemService(platform, 'exporter', { namespace: 'monitoring' });",
      good: "new SystemService(platform, 'exporter', { namespace: 'monitoring', dependsOn: [prometheus] });",
    },
  },
  'provider-missing': {
    why: {
      en: 'A custom resource means something only where its operator is installed. Without it the cluster refuses the object.',
      fr: 'Une ressource personnalisée n’a de sens que là où son opérateur est installé. Sans lui, le cluster refuse l’objet.',
    },
    example: {
      bad: "new SystemService(platform, 'cert-manager', { charts });",
      good: "new SystemService(platform, 'cert-manager', { charts, provides: ['cert-manager.io'] });",
    },
  },
  'provider-order': {
    why: {
      en: 'The cluster does not know the kind before its operator is there. On an empty cluster the object would be refused.',
      fr: 'Le cluster ne connaît pas ce genre d’objet avant l’arrivée de son opérateur. Sur un cluster vide, l’objet serait refusé.',
    },
    example: {
      bad: "new SystemService(platform, 'issuers', {});",
      good: "new SystemService(platform, 'issuers', { dependsOn: [certManager] });",
    },
  },
  'storage-class-unknown': {
    why: {
      en: 'A claim on a class that does not exist stays pending for ever, and so do the pods that mount it.',
      fr: 'Une demande à une classe qui n’existe pas reste en attente sans fin, et les pods qui la montent aussi.',
    },
    example: {
      bad: "values: { persistence: { storageClass: 'mayastore' } },",
      good: "values: { persistence: { storageClass: 'mayastor' } },",
    },
  },
  'chart-not-unit': {
    why: {
      en: 'Argo CD gets an Application for each Unit. Of a plain Chart nothing would be deployed, although it looks as if it were.',
      fr: 'Argo CD reçoit une Application par Unit. D’un simple Chart, rien ne serait déployé, même si cela en a l’air.',
    },
    example: { bad: "new Chart(platform, 'extras');", good: "new SystemService(platform, 'extras', {});" },
  },
  'construct-invalid': {
    why: {
      en: 'The construct itself says so by addValidation: it knows that what it would make does not work.',
      fr: 'L’élément le dit lui-même par addValidation : il sait que ce qu’il créerait ne marche pas.',
    },
    example: {
      bad: "node.addValidation({ validate: () => (name === '' ? ['it has no name'] : []) }); // and name is ''",
      good: "node.addValidation({ validate: () => (name === '' ? ['it has no name'] : []) }); // and name is 'chess'",
    },
  },
  'object-unwritable': {
    why: {
      en: 'What cannot be made plain data cannot become YAML, and the file would be missing from dist/.',
      fr: 'Ce qui ne peut pas devenir de simples données ne peut pas devenir du YAML, et le fichier manquerait dans dist/.',
    },
    example: {
      bad: "new ApiObject(service, 'limits', { apiVersion: 'v1', kind: 'ConfigMap', data: { started: new Map() } });",
      good: "new ApiObject(service, 'limits', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'limits' }, data: { started: 'no' } });",
    },
  },
  'object-incomplete': {
    why: {
      en: 'Kubernetes knows an object by its apiVersion, kind and name, and its file in dist/ is called after them.',
      fr: 'Kubernetes reconnaît un objet à ses apiVersion, kind et nom, et son fichier dans dist/ en porte le nom.',
    },
    example: {
      bad: "new ApiObject(service, 'limits', { apiVersion: 'v1', kind: '' });",
      good: "new ApiObject(service, 'limits', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'limits' } });",
    },
  },
  capacity: {
    why: {
      en: 'Kubernetes starts a pod only where what it asks for is free. When a worker fails, pods without room would wait, and the sites of clubs be down.',
      fr: 'Kubernetes ne démarre un pod que là où ce qu’il demande est libre. Quand un serveur tombe, les pods sans place attendraient, et des sites de clubs seraient en panne.',
    },
    example: { bad: "prod: { replicas: 20, size: 'large' },", good: "prod: { replicas: 3, size: 'small' }," },
  },
  'user-twice': {
    why: {
      en: 'Each user has one sandbox. Of two lines with different addresses only one would count, and the other person would be shut out.',
      fr: 'Chaque personne a un seul bac à sable. De deux lignes avec des adresses différentes, une seule compterait, et l’autre personne resterait dehors.',
    },
    example: {
      bad: `{ user: 'ada', email: 'ada@example.org' },
{ user: 'ada', email: 'ada@example.com' },`,
      good: "{ user: 'ada', email: 'ada@example.org' },",
    },
  },
};
