import { k8s } from 'cdk8s-plus-28';
import {
  configFiles,
  Database,
  type Drill,
  modifierOf,
  Namespace,
  NamespaceQuota,
  type Platform,
  podTemplate,
  restoreOf,
  type SystemService,
  toYaml,
} from '#constructs';
import { kubernetesImage } from './settings.js';

/** The drill, and what it is called wherever it has a name. */
const drill = 'restore-drill';

/** Velero's kinds, as roles name them. */
const velero = 'velero.io';

/**
 * Every day the newest backup of one database is restored, another one each day, into a namespace that nothing runs in
 * and that is emptied before and after.
 *
 * What a success proves: the schedule has a backup that succeeded; its objects and files can be fetched from the
 * bucket and decrypted; the volume of this database is among them; and the dump on it was made within two days and can
 * be read to its end (of MySQL, MongoDB: begins and ends as it must). What it does not: that the database accepts the
 * dump, that what is in it is right, that other volumes of that night are whole, or that the platform comes up again
 * from nothing. Those are done by hand, see docs/runbooks/restauration.md.
 */
export function restoreDrill(platform: Platform, service: SystemService, schedule: string): void {
  emptyRoom(service);
  rights(service);
  platform.whenDeclared(service, () => {
    const databases = platform.node.findAll().filter(Database.isDatabase);
    const drills = databases.flatMap((database) => database.drill ?? []);
    if (drills.length > 0) cronJob(service, drills, schedule);
  });
}

/** Where backups are brought back to: data of clubs are in it for minutes, so nobody may talk to what runs there, nor it to anybody. */
function emptyRoom(service: SystemService): void {
  service.project.reach({ name: service.cluster.destination, namespace: drill });
  new Namespace(service, drill, 'restricted');
  new k8s.KubeNetworkPolicy(service, 'drill wall', {
    metadata: { name: drill, namespace: drill },
    spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  });
  new NamespaceQuota(service, drill, { pods: '1', persistentvolumeclaims: '1' }, drill);
}

/**
 * It can ask Velero for a Restore, and empty its room; it can make no pod. Whoever may make a Restore may have Velero
 * bring back anything that is in a backup: Kubernetes has no narrower right, so nothing else runs by this account.
 */
function rights(service: SystemService): void {
  const role = (name: string, namespace: string | undefined, rules: k8s.PolicyRule[]) => {
    new k8s.KubeRole(service, `role ${name}`, { metadata: { name, namespace }, rules });
    new k8s.KubeRoleBinding(service, `binding ${name}`, {
      metadata: { name, namespace },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
      subjects: [{ kind: 'ServiceAccount', name: drill, namespace: service.destinationNamespace }],
    });
  };
  new k8s.KubeServiceAccount(service, 'drill account', {
    metadata: { name: drill },
    automountServiceAccountToken: false,
  });
  role(drill, undefined, [
    { apiGroups: [velero], resources: ['restores'], verbs: ['create', 'get', 'list', 'delete'] },
  ]);
  role(`${drill}-room`, drill, [
    {
      apiGroups: [''],
      resources: ['pods', 'persistentvolumeclaims'],
      verbs: ['get', 'list', 'watch', 'delete'],
    },
    { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
  ]);
}

/** One database a day, in turn; what fails is tried again when its turn comes, and an alert has told of it. */
function cronJob(service: SystemService, drills: readonly Drill[], schedule: string): void {
  const files: Record<string, string> = { '/drill/drill.sh': script };
  for (const each of drills) {
    const modifiers = `${drill}-${each.name}`;
    // Velero takes a ConfigMap with one key, whatever that is called.
    new k8s.KubeConfigMap(service, `drill modifiers ${each.name}`, {
      metadata: { name: modifiers },
      data: { 'modifiers.yaml': toYaml(modifierOf(each)) },
    });
    files[`/drill/${each.name}.yaml`] = toYaml(restoreOf(each, { namespace: drill, schedule, modifiers }));
  }
  const template = podTemplate({
    name: drill,
    labels: { 'app.kubernetes.io/name': drill },
    image: kubernetesImage, // a shell and kubectl, of a version that is here anyway
    resources: { cpu: '20m', memory: '64Mi' },
    command: ['/bin/sh', '/drill/drill.sh'],
    env: { HOME: '/tmp', VELERO: service.destinationNamespace, ROOM: drill },
    scratch: ['/tmp'],
    files: configFiles(service, drill, files),
    spec: { restartPolicy: 'Never', automountServiceAccountToken: true },
  });
  new k8s.KubeCronJob(service, 'drill', {
    metadata: { name: drill },
    spec: {
      schedule: '15 10 * * *', // UTC, when the backups of the night are done
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 3600,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 3,
      jobTemplate: {
        spec: {
          backoffLimit: 0, // a second try might hide that the first failed
          activeDeadlineSeconds: 3 * 3600,
          template,
        },
      },
    },
  });
}

/** Written for the shell of busybox. Which database it is follows from the day, so that nothing has to be remembered. */
const script = `set -eu
cd /drill
count=$(ls ./*.yaml | wc -l)
turn=$(($(date +%s) / 86400 % count + 1))
file=$(ls ./*.yaml | sed -n "\${turn}p")
empty() { kubectl -n "$ROOM" delete pods,persistentvolumeclaims --all --timeout=10m; }
trap empty EXIT
empty
# Of those before, only the report in the bucket is left.
kubectl -n "$VELERO" get restores.velero.io -o name | grep '/drill-' | while read -r old; do
  kubectl -n "$VELERO" delete "$old" --wait=false
done
restore=$(kubectl -n "$VELERO" create -f "$file" -o name)
echo "$file as $restore"
while :; do
  case $(kubectl -n "$VELERO" get "$restore" -o 'jsonpath={.status.phase}') in
    Completed) break ;;
    *Failed*) kubectl -n "$VELERO" get "$restore" -o yaml; exit 1 ;;
  esac
  sleep 15
done
# An empty backup restores nothing and says that it has succeeded.
pod=$(kubectl -n "$ROOM" get pods -o name)
[ -n "$pod" ] || { echo "the backup holds no pod of it"; exit 1; }
while :; do
  case $(kubectl -n "$ROOM" get "$pod" -o 'jsonpath={.status.phase}') in
    Succeeded) echo "the dump is whole"; exit 0 ;;
    Failed) kubectl -n "$ROOM" logs "$pod" --container=proof; exit 1 ;;
  esac
  sleep 15
done
`;
