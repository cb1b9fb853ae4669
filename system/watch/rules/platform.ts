import type { Family } from '../rule.js';

/** Servers. */
const nodes: Family = {
  name: 'nodes',
  alerts: [
    {
      alert: 'NodeDown',
      severity: 'critical',
      about: 'nodes',
      for: '5m',
      expr: 'max by (node) (kube_node_status_condition{condition="Ready",status=~"false|unknown"} == 1)',
      summary: 'Le serveur {{ $labels.node }} ne répond plus',
      description:
        'Kubernetes has not heard of it for 5 minutes; what ran there starts elsewhere, if it can.',
    },
    {
      alert: 'NodePressure',
      severity: 'warning',
      about: 'nodes',
      for: '10m',
      expr: `max by (node, condition) (
  kube_node_status_condition{condition=~"MemoryPressure|DiskPressure|PIDPressure",status="true"} == 1
)`,
      summary: 'Le serveur {{ $labels.node }} est à bout de ressources ({{ $labels.condition }})',
      description: 'It takes no new pods and evicts some of those it has, since 10 minutes.',
    },
  ],
};

/** Mayastor 2.4 tells of its pools and nothing of volumes: a replica is lost with the engine or the pool it is on. */
const storage: Family = {
  name: 'storage',
  alerts: [
    {
      alert: 'MayastorPoolFaulted',
      severity: 'critical',
      about: 'mayastor',
      for: '5m',
      expr: 'max by (node, name) (disk_pool_status != 1)',
      summary: 'Le disque {{ $labels.name }} de {{ $labels.node }} est en panne',
      description:
        'Its pool is unknown (0), degraded (2) or faulted (3): {{ $value }}. Volumes have one replica less.',
    },
    {
      alert: 'MayastorPoolFilling',
      severity: 'warning',
      about: 'mayastor',
      for: '15m',
      expr: 'max by (node, name) (disk_pool_used_size_bytes / disk_pool_total_size_bytes) > 0.8',
      summary: 'Le disque {{ $labels.name }} de {{ $labels.node }} est presque plein',
      description: '{{ $value | humanizePercentage }} of its pool is used; new volumes may not fit.',
    },
    {
      alert: 'MayastorReplicaLost',
      severity: 'critical',
      about: 'mayastor',
      for: '10m',
      expr: `max by (daemonset) (
  kube_daemonset_status_number_unavailable{namespace="mayastor",daemonset=~".*io-engine"} > 0
)`,
      summary: 'Des volumes ont perdu une réplique',
      description:
        'The engine does not run on {{ $value }} of its nodes, since 10 minutes: their replicas are offline.',
    },
  ],
};

/** Vault says on its own pods whether it is sealed. */
const vault: Family = {
  name: 'vault',
  alerts: [
    {
      alert: 'VaultSealed',
      severity: 'critical',
      about: 'vault',
      for: '5m',
      expr: 'count(kube_pod_labels{namespace="vault",label_vault_sealed="true"}) > 0',
      summary: 'Vault est scellé',
      description:
        '{{ $value }} of its servers are sealed since 5 minutes: no pod that starts gets its secrets from them.',
    },
  ],
};

/** etcd, as the API server sees it: on Talos its own figures are for the node alone. */
const etcd: Family = {
  name: 'etcd',
  alerts: [
    {
      alert: 'EtcdFailing',
      severity: 'critical',
      about: 'etcd',
      for: '5m',
      expr: 'sum by (instance) (rate(etcd_request_errors_total[5m])) / sum by (instance) (rate(etcd_requests_total[5m])) > 0.05',
      summary: 'etcd ne répond pas à {{ $labels.instance }}',
      description:
        '{{ $value | humanizePercentage }} of what the API server asks of it fails, since 5 minutes.',
    },
    {
      alert: 'EtcdSlow',
      severity: 'warning',
      about: 'etcd',
      for: '15m',
      expr: 'histogram_quantile(0.99, sum by (le, instance) (rate(etcd_request_duration_seconds_bucket[10m]))) > 1',
      summary: 'etcd est lent pour {{ $labels.instance }}',
      description:
        'One of a hundred requests takes {{ $value | humanizeDuration }} or more: its disk is too slow or too busy.',
    },
    {
      alert: 'EtcdFilling',
      severity: 'critical',
      about: 'etcd',
      for: '15m',
      expr: 'max by (instance) (apiserver_storage_size_bytes) / (2 * 1024 * 1024 * 1024) > 0.8',
      summary: "La base d'etcd est presque pleine",
      description:
        '{{ $value | humanizePercentage }} of its 2 GiB is used; when it is full, nothing can be changed any more.',
    },
  ],
};

/** What does not run of a pull request is for its author to see. */
const argocd: Family = {
  name: 'argocd',
  alerts: [
    {
      alert: 'ArgoOutOfSync',
      severity: 'warning',
      about: 'argocd',
      for: '1h',
      expr: 'max by (name, project) (argocd_app_info{sync_status!="Synced",project!~"previews|preview-rooms"})',
      summary: "{{ $labels.name }} n'est pas ce qui est dans git",
      description: 'Argo CD could not bring the cluster to what is committed, since an hour.',
    },
    {
      alert: 'ArgoUnhealthy',
      severity: 'warning',
      about: 'argocd',
      for: '30m',
      expr: 'max by (name, project, health_status) (argocd_app_info{health_status!~"Healthy|Suspended",project!~"previews|preview-rooms"})',
      summary: '{{ $labels.name }} ne va pas bien ({{ $labels.health_status }})',
      description: 'Argo CD finds it {{ $labels.health_status }}, since 30 minutes.',
    },
  ],
};

const quotas: Family = {
  name: 'quotas',
  alerts: [
    {
      alert: 'QuotaNearlyReached',
      severity: 'warning',
      about: 'quotas',
      for: '15m',
      expr: `max by (namespace, resourcequota, resource) (kube_resourcequota{type="used"})
/ max by (namespace, resourcequota, resource) (kube_resourcequota{type="hard"} > 0)
> 0.9`,
      summary: 'Le quota {{ $labels.resource }} de {{ $labels.namespace }} est presque atteint',
      description:
        '{{ $value | humanizePercentage }} of it is used; beyond it no pod or volume is made there.',
    },
  ],
};

/** Those of Velero end with how often they run; those that a CronJob makes run every day. */
const lateness = `(time() - max by (schedule) (velero_backup_last_successful_timestamp{schedule=~".+-daily"})) / 3600 > 36
or
(time() - max by (schedule) (velero_backup_last_successful_timestamp{schedule=~".+-weekly"})) / 3600 > 8 * 24
or
label_replace(
  (time() - max by (cronjob) (kube_cronjob_status_last_successful_time{cronjob=~".*backup.*"})) / 3600 > 36,
  "schedule", "$1", "cronjob", "(.*)"
)`;

/** Since it last succeeded, or, if it never did, since it was made; in days. */
const drillAge = `(
  time() - (
    max(kube_cronjob_status_last_successful_time{namespace="velero",cronjob="restore-drill"})
    or max(kube_cronjob_created{namespace="velero",cronjob="restore-drill"})
  )
) / 86400 > 8`;

const backups: Family = {
  name: 'backups',
  alerts: [
    {
      alert: 'BackupTooOld',
      severity: 'critical',
      about: 'backups',
      for: '15m',
      expr: lateness,
      summary: 'La dernière sauvegarde {{ $labels.schedule }} réussie est trop vieille',
      description: 'It is {{ $value | printf "%.0f" }} hours old: what was written since then exists once.',
    },
    {
      alert: 'BackupFailed',
      severity: 'warning',
      about: 'backups',
      expr: `sum by (schedule) (
  increase(velero_backup_failure_total{schedule!=""}[6h]) + increase(velero_backup_partial_failure_total{schedule!=""}[6h])
) > 0`,
      summary: 'La sauvegarde {{ $labels.schedule }} a échoué, en tout ou en partie',
      description: 'It failed within 6 hours. The one before it is still there.',
    },
    {
      alert: 'RestoreDrillFailed',
      severity: 'warning',
      about: 'backups',
      // A Job that has failed is kept until others have: what it tells is news for three days.
      expr: `max by (job_name) (kube_job_status_failed{namespace="velero",job_name=~"restore-drill-.+"}) > 0
and on (job_name) time() - max by (job_name) (kube_job_created{namespace="velero"}) < 3 * 86400`,
      summary: "Une sauvegarde n'a pas pu être relue",
      description:
        'Job {{ $labels.job_name }} restored the backup of a database, and found no dump that is whole.',
    },
    {
      alert: 'RestoreDrillOverdue',
      severity: 'warning',
      about: 'backups',
      for: '1h',
      expr: drillAge,
      summary: "Aucune sauvegarde n'a été relue avec succès depuis plus de 8 jours",
      description:
        'The last restore drill that succeeded was {{ $value | printf "%.0f" }} days ago, or there was none.',
    },
  ],
};

export const platformFamilies: readonly Family[] = [nodes, storage, vault, etcd, argocd, quotas, backups];
