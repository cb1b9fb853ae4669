/** Series in the words of promtool: what they are, and their values minute by minute. */
export type Series = Readonly<Record<string, string>>;

/** How an alert behaves: what makes it fire and what does not, and what it then says. */
export interface Case {
  readonly fires: Series;
  readonly quiet: Series;
  /** When it is looked at. */
  readonly at: string;
  /** Its labels beside its name and severity. */
  readonly labels: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly description: string;
}

const chess = { club: 'Chess', app: 'chess', environment: 'prod' };
const about = (app: string) => ({ club: 'Cédille', app, environment: 'platform' });

// A pod and a volume of chess in prod, as kube-state-metrics tells of them on the host.
const pod = 'namespace="vcluster-prod",pod="chess-1"';
const inside = 'label_vcluster_loft_sh_namespace="chess-prod"';
const knownPod = {
  [`kube_pod_labels{${pod},${inside},label_app_kubernetes_io_name="chess"}`]: '1x200',
  [`kube_pod_info{${pod},node="worker-1"}`]: '1x200',
};
const podLabels = {
  ...chess,
  namespace: 'vcluster-prod',
  pod: 'chess-1',
  program: 'chess',
  node: 'worker-1',
};
const volume = 'namespace="vcluster-prod",persistentvolumeclaim="data"';
const knownVolume = { [`kube_persistentvolumeclaim_labels{${volume},${inside}}`]: '1x400' };
const volumeLabels = { ...chess, namespace: 'vcluster-prod', persistentvolumeclaim: 'data' };
const capacity = { [`kubelet_volume_stats_capacity_bytes{${volume}}`]: '1000x400' };

const probe = 'job="hosts",instance="https://chess.example.com/",club="Chess",app="chess",environment="prod"';
const probeLabels = { ...chess, job: 'hosts', instance: 'https://chess.example.com/' };

/** What Argo Rollouts inside the virtual cluster says of chess. */
const rollout = (phase: string) => `rollout_info{namespace="chess-prod",name="chess",phase="${phase}"}`;

/** Requests of chess at Envoy, a minute: those that work and those that fail. */
const requests = (working: number, failing: number): Series => {
  const of = (code: number) =>
    `envoy_cluster_upstream_rq_xx{envoy_cluster_name="vcluster-prod_chess-x-chess-prod-x-prod_8080",envoy_response_code_class="${code}"}`;
  return { [of(2)]: `0+${working}x600`, ...(failing > 0 && { [of(5)]: `0+${failing}x600` }) };
};

/** By the name of the alert. */
export const cases: Readonly<Record<string, Case>> = {
  HostDown: {
    fires: { [`probe_success{${probe}}`]: '0x20', [`probe_http_status_code{${probe}}`]: '0x20' },
    quiet: {
      [`probe_success{${probe}}`]: '1 1 0 0 1x20',
      [`probe_http_status_code{${probe}}`]: '200 200 0 0 200x20',
    },
    at: '6m',
    labels: probeLabels,
    summary: 'chess (prod) : https://chess.example.com/ ne répond pas',
    description:
      'No answer within 10 s since 5 minutes: its name, its certificate or the way to it is broken.',
  },
  HostAnswersWrong: {
    fires: { [`probe_success{${probe}}`]: '0x20', [`probe_http_status_code{${probe}}`]: '503x20' },
    quiet: { [`probe_success{${probe}}`]: '1x20', [`probe_http_status_code{${probe}}`]: '200x20' },
    at: '6m',
    labels: probeLabels,
    summary: 'chess (prod) : https://chess.example.com/ répond par une erreur',
    description: 'It answers with status 503 instead of 200, since 5 minutes.',
  },
  HostSlow: {
    fires: { [`probe_duration_seconds{${probe}}`]: '2.5x40' },
    quiet: { [`probe_duration_seconds{${probe}}`]: '1.5x40' }, // the app says that 2 s are slow
    at: '30m',
    labels: probeLabels,
    summary: 'chess (prod) : https://chess.example.com/ est lent',
    description: 'It takes 2.5s to answer, on average of 15 minutes.',
  },
  CertificateLapses: {
    fires: { [`probe_ssl_earliest_cert_expiry{${probe}}`]: `${19 * 86_400}x120` },
    quiet: { [`probe_ssl_earliest_cert_expiry{${probe}}`]: `${30 * 86_400}x120` },
    at: '90m',
    labels: probeLabels,
    summary: "chess (prod) : le certificat de https://chess.example.com/ n'a pas été renouvelé",
    description: 'It lapses in 19 days, and should have been renewed by itself.',
  },
  CertificateLapsesSoon: {
    fires: { [`probe_ssl_earliest_cert_expiry{${probe}}`]: `${4 * 86_400}x120` },
    quiet: { [`probe_ssl_earliest_cert_expiry{${probe}}`]: `${19 * 86_400}x120` },
    at: '90m',
    labels: probeLabels,
    summary: 'chess (prod) : le certificat de https://chess.example.com/ expire dans quelques jours',
    description: 'It lapses in 4 days; then browsers refuse the site.',
  },
  AppCrashLooping: {
    fires: {
      ...knownPod,
      [`kube_pod_container_status_waiting_reason{${pod},container="chess",reason="CrashLoopBackOff"}`]:
        '1x2 _x2 1x2 _x2 1x20',
    },
    quiet: {
      ...knownPod,
      [`kube_pod_container_status_waiting_reason{${pod},container="chess",reason="ContainerCreating"}`]:
        '1x20',
    },
    at: '15m',
    labels: podLabels,
    summary: "chess (prod) : chess s'arrête dès qu'il démarre",
    description: 'Pod chess-1 ends again and again right after its start, since 10 minutes.',
  },
  AppRestarting: {
    fires: {
      ...knownPod,
      [`kube_pod_container_status_restarts_total{${pod},container="chess"}`]: '0+0.1x100',
    },
    quiet: {
      ...knownPod,
      [`kube_pod_container_status_restarts_total{${pod},container="chess"}`]: '0x50 1x50',
    },
    at: '90m',
    labels: podLabels,
    summary: 'chess (prod) : chess redémarre sans cesse',
    description: 'Pod chess-1 was restarted 6 times within an hour.',
  },
  AppOutOfMemory: {
    fires: {
      ...knownPod,
      [`kube_pod_container_status_last_terminated_reason{${pod},container="chess",reason="OOMKilled"}`]:
        '1x60',
      [`kube_pod_container_status_restarts_total{${pod},container="chess"}`]: '0x25 1x35',
    },
    quiet: {
      // It was so once; nothing was restarted since.
      ...knownPod,
      [`kube_pod_container_status_last_terminated_reason{${pod},container="chess",reason="OOMKilled"}`]:
        '1x60',
      [`kube_pod_container_status_restarts_total{${pod},container="chess"}`]: '1x60',
    },
    at: '30m',
    labels: podLabels,
    summary: 'chess (prod) : chess manque de mémoire',
    description:
      'A container of pod chess-1 was ended within 15 minutes because it used more memory than its size allows.',
  },
  AppNotReady: {
    fires: { ...knownPod, [`kube_pod_status_ready{${pod},condition="false"}`]: '1x40' },
    quiet: {
      // A job that is done is not ready either.
      ...knownPod,
      [`kube_pod_status_ready{${pod},condition="false"}`]: '1x40',
      [`kube_pod_status_phase{${pod},phase="Succeeded"}`]: '1x40',
    },
    at: '30m',
    labels: podLabels,
    summary: "chess (prod) : chess n'est pas prêt",
    description: 'Pod chess-1 takes no requests, since 15 minutes: it waits, or its probe fails.',
  },
  AppVolumeFull: {
    fires: { ...knownVolume, ...capacity, [`kubelet_volume_stats_available_bytes{${volume}}`]: '40x60' },
    quiet: { ...knownVolume, ...capacity, [`kubelet_volume_stats_available_bytes{${volume}}`]: '60x60' },
    at: '10m',
    labels: volumeLabels,
    summary: 'chess (prod) : le volume data est plein',
    description: 'Only 4% of it is free.',
  },
  AppVolumeFilling: {
    fires: {
      ...knownVolume,
      ...capacity,
      [`kubelet_volume_stats_available_bytes{${volume}}`]: '390-0.5x400',
    },
    quiet: { ...knownVolume, ...capacity, [`kubelet_volume_stats_available_bytes{${volume}}`]: '390x400' }, // half full, for ever
    at: '380m',
    labels: volumeLabels,
    summary: "chess (prod) : le volume data sera plein d'ici quatre jours",
    description: 'It fills as fast as in the last 6 hours, and 20% of it is free.',
  },
  AppErrors: {
    fires: requests(90, 10),
    quiet: requests(99, 1),
    at: '30m',
    labels: chess,
    summary: 'chess (prod) : trop de requêtes échouent',
    description: '10% of its requests are answered with 5xx, since 10 minutes.',
  },
  AppReleaseTakenBack: {
    fires: { [rollout('Abort')]: '1x20' },
    quiet: { [rollout('Paused')]: '1x20', [rollout('Abort')]: '_ 1 _x18' },
    at: '10m',
    labels: { ...chess, label_vcluster_loft_sh_namespace: 'chess-prod', name: 'chess' },
    summary: 'chess (prod) : la nouvelle version de chess a été retirée',
    description:
      'Too many requests failed, or its pods did not become ready: the old version serves, and git asks for the new one.',
  },
  AppBudgetBurnsFast: {
    fires: requests(90, 10),
    quiet: requests(98, 2),
    at: '120m',
    labels: chess,
    summary: "chess (prod) : l'objectif de disponibilité est en danger",
    description: '10% of requests fail: the budget of the month is spent within days.',
  },
  AppBudgetBurnsSlowly: {
    fires: requests(99, 1),
    quiet: requests(998, 2),
    at: '420m',
    labels: chess,
    summary: "chess (prod) : l'objectif de disponibilité ne sera pas tenu ce mois-ci",
    description: '1% of requests fail, for days: more than the budget of a month allows.',
  },
  NodeDown: {
    fires: { 'kube_node_status_condition{node="worker-1",condition="Ready",status="unknown"}': '1x20' },
    quiet: { 'kube_node_status_condition{node="worker-1",condition="Ready",status="unknown"}': '0x20' },
    at: '10m',
    labels: { ...about('nodes'), node: 'worker-1' },
    summary: 'Le serveur worker-1 ne répond plus',
    description: 'Kubernetes has not heard of it for 5 minutes; what ran there starts elsewhere, if it can.',
  },
  NodePressure: {
    fires: { 'kube_node_status_condition{node="worker-1",condition="DiskPressure",status="true"}': '1x20' },
    quiet: { 'kube_node_status_condition{node="worker-1",condition="DiskPressure",status="true"}': '0x20' },
    at: '15m',
    labels: { ...about('nodes'), node: 'worker-1', condition: 'DiskPressure' },
    summary: 'Le serveur worker-1 est à bout de ressources (DiskPressure)',
    description: 'It takes no new pods and evicts some of those it has, since 10 minutes.',
  },
  MayastorPoolFaulted: {
    fires: { 'disk_pool_status{node="worker-1",name="pool-1"}': '3x20' },
    quiet: { 'disk_pool_status{node="worker-1",name="pool-1"}': '1x20' },
    at: '10m',
    labels: { ...about('mayastor'), node: 'worker-1', name: 'pool-1' },
    summary: 'Le disque pool-1 de worker-1 est en panne',
    description: 'Its pool is unknown (0), degraded (2) or faulted (3): 3. Volumes have one replica less.',
  },
  MayastorPoolFilling: {
    fires: {
      'disk_pool_used_size_bytes{node="worker-1",name="pool-1"}': '90x30',
      'disk_pool_total_size_bytes{node="worker-1",name="pool-1"}': '100x30',
    },
    quiet: {
      'disk_pool_used_size_bytes{node="worker-1",name="pool-1"}': '70x30',
      'disk_pool_total_size_bytes{node="worker-1",name="pool-1"}': '100x30',
    },
    at: '20m',
    labels: { ...about('mayastor'), node: 'worker-1', name: 'pool-1' },
    summary: 'Le disque pool-1 de worker-1 est presque plein',
    description: '90% of its pool is used; new volumes may not fit.',
  },
  MayastorReplicaLost: {
    fires: {
      'kube_daemonset_status_number_unavailable{namespace="mayastor",daemonset="mayastor-io-engine"}': '1x20',
    },
    quiet: {
      'kube_daemonset_status_number_unavailable{namespace="mayastor",daemonset="mayastor-io-engine"}': '0x20',
      'kube_daemonset_status_number_unavailable{namespace="monitoring",daemonset="other"}': '1x20',
    },
    at: '15m',
    labels: { ...about('mayastor'), daemonset: 'mayastor-io-engine' },
    summary: 'Des volumes ont perdu une réplique',
    description: 'The engine does not run on 1 of its nodes, since 10 minutes: their replicas are offline.',
  },
  VaultSealed: {
    fires: {
      'kube_pod_labels{namespace="vault",pod="vault-0",label_vault_sealed="true"}': '1x20',
      'kube_pod_labels{namespace="vault",pod="vault-1",label_vault_sealed="false"}': '1x20',
    },
    quiet: { 'kube_pod_labels{namespace="vault",pod="vault-0",label_vault_sealed="false"}': '1x20' },
    at: '10m',
    labels: about('vault'),
    summary: 'Vault est scellé',
    description:
      '1 of its servers are sealed since 5 minutes: no pod that starts gets its secrets from them.',
  },
  EtcdFailing: {
    fires: {
      'etcd_request_errors_total{instance="a"}': '0+10x30',
      'etcd_requests_total{instance="a"}': '0+100x30',
    },
    quiet: {
      'etcd_request_errors_total{instance="a"}': '0+1x30',
      'etcd_requests_total{instance="a"}': '0+100x30',
    },
    at: '15m',
    labels: { ...about('etcd'), instance: 'a' },
    summary: 'etcd ne répond pas à a',
    description: '10% of what the API server asks of it fails, since 5 minutes.',
  },
  EtcdSlow: {
    fires: {
      'etcd_request_duration_seconds_bucket{instance="a",le="1"}': '0+50x60',
      'etcd_request_duration_seconds_bucket{instance="a",le="2"}': '0+100x60',
      'etcd_request_duration_seconds_bucket{instance="a",le="+Inf"}': '0+100x60',
    },
    quiet: {
      'etcd_request_duration_seconds_bucket{instance="a",le="1"}': '0+100x60',
      'etcd_request_duration_seconds_bucket{instance="a",le="2"}': '0+100x60',
      'etcd_request_duration_seconds_bucket{instance="a",le="+Inf"}': '0+100x60',
    },
    at: '40m',
    labels: { ...about('etcd'), instance: 'a' },
    summary: 'etcd est lent pour a',
    description: 'One of a hundred requests takes 1.98s or more: its disk is too slow or too busy.',
  },
  EtcdFilling: {
    fires: { 'apiserver_storage_size_bytes{instance="a"}': `${2 ** 31 * 0.9}x30` },
    quiet: { 'apiserver_storage_size_bytes{instance="a"}': `${2 ** 31 * 0.5}x30` },
    at: '20m',
    labels: { ...about('etcd'), instance: 'a' },
    summary: "La base d'etcd est presque pleine",
    description: '90% of its 2 GiB is used; when it is full, nothing can be changed any more.',
  },
  ArgoOutOfSync: {
    fires: {
      'argocd_app_info{name="prod-chess",project="club-chess",sync_status="OutOfSync",health_status="Healthy"}':
        '1x90',
    },
    quiet: {
      'argocd_app_info{name="prod-chess",project="club-chess",sync_status="Synced",health_status="Healthy"}':
        '1x90',
    },
    at: '80m',
    labels: { ...about('argocd'), name: 'prod-chess', project: 'club-chess' },
    summary: "prod-chess n'est pas ce qui est dans git",
    description: 'Argo CD could not bring the cluster to what is committed, since an hour.',
  },
  ArgoUnhealthy: {
    fires: {
      'argocd_app_info{name="prod-chess",project="club-chess",sync_status="Synced",health_status="Degraded"}':
        '1x90',
    },
    quiet: {
      'argocd_app_info{name="prod-chess",project="club-chess",sync_status="Synced",health_status="Healthy"}':
        '1x90',
    },
    at: '40m',
    labels: { ...about('argocd'), name: 'prod-chess', project: 'club-chess', health_status: 'Degraded' },
    summary: 'prod-chess ne va pas bien (Degraded)',
    description: 'Argo CD finds it Degraded, since 30 minutes.',
  },
  QuotaNearlyReached: {
    fires: {
      'kube_resourcequota{namespace="sandbox-a",resourcequota="limits",resource="pods",type="used"}': '19x30',
      'kube_resourcequota{namespace="sandbox-a",resourcequota="limits",resource="pods",type="hard"}': '20x30',
    },
    quiet: {
      'kube_resourcequota{namespace="sandbox-a",resourcequota="limits",resource="pods",type="used"}': '10x30',
      'kube_resourcequota{namespace="sandbox-a",resourcequota="limits",resource="pods",type="hard"}': '20x30',
    },
    at: '20m',
    labels: { ...about('quotas'), namespace: 'sandbox-a', resourcequota: 'limits', resource: 'pods' },
    summary: 'Le quota pods de sandbox-a est presque atteint',
    description: '95% of it is used; beyond it no pod or volume is made there.',
  },
  BackupTooOld: {
    // The time begins with 0: the last success is that many hours before.
    fires: { 'velero_backup_last_successful_timestamp{schedule="clubs-daily"}': `${-40 * 3600}x30` },
    quiet: {
      'velero_backup_last_successful_timestamp{schedule="clubs-daily"}': `${-20 * 3600}x30`,
      'velero_backup_last_successful_timestamp{schedule="platform-weekly"}': `${-100 * 3600}x30`,
      'kube_cronjob_status_last_successful_time{cronjob="clickhouse-otel-backup"}': `${-20 * 3600}x30`,
    },
    at: '20m',
    labels: { ...about('backups'), schedule: 'clubs-daily' },
    summary: 'La dernière sauvegarde clubs-daily réussie est trop vieille',
    description: 'It is 40 hours old: what was written since then exists once.',
  },
  BackupFailed: {
    fires: {
      'velero_backup_failure_total{schedule="clubs-daily"}': '0x10 1x50',
      'velero_backup_partial_failure_total{schedule="clubs-daily"}': '0x60',
    },
    quiet: {
      'velero_backup_failure_total{schedule="clubs-daily"}': '3x60',
      'velero_backup_partial_failure_total{schedule="clubs-daily"}': '0x60',
    },
    at: '30m',
    labels: { ...about('backups'), schedule: 'clubs-daily' },
    summary: 'La sauvegarde clubs-daily a échoué, en tout ou en partie',
    description: 'It failed within 6 hours. The one before it is still there.',
  },
  RestoreDrillFailed: {
    fires: {
      'kube_job_status_failed{namespace="velero",job_name="restore-drill-1",reason="BackoffLimitExceeded"}':
        '0x10 1x20',
      'kube_job_created{namespace="velero",job_name="restore-drill-1"}': '0x30',
    },
    quiet: {
      'kube_job_status_failed{namespace="velero",job_name="restore-drill-1"}': '0x30',
      'kube_job_status_failed{namespace="velero",job_name="restore-drill-old"}': '1x30',
      'kube_job_created{namespace="velero",job_name="restore-drill-1"}': '0x30',
      'kube_job_created{namespace="velero",job_name="restore-drill-old"}': `${-4 * 86_400}x30`,
      'kube_job_status_failed{namespace="velero",job_name="other-1"}': '1x30',
    },
    at: '20m',
    labels: { ...about('backups'), job_name: 'restore-drill-1' },
    summary: "Une sauvegarde n'a pas pu être relue",
    description: 'Job restore-drill-1 restored the backup of a database, and found no dump that is whole.',
  },
  RestoreDrillOverdue: {
    fires: { 'kube_cronjob_created{namespace="velero",cronjob="restore-drill"}': `${-9 * 86_400}x120` },
    quiet: {
      'kube_cronjob_created{namespace="velero",cronjob="restore-drill"}': `${-90 * 86_400}x120`,
      'kube_cronjob_status_last_successful_time{namespace="velero",cronjob="restore-drill"}': `${-7 * 86_400}x120`,
    },
    at: '90m',
    labels: about('backups'),
    summary: "Aucune sauvegarde n'a été relue avec succès depuis plus de 8 jours",
    description: 'The last restore drill that succeeded was 9 days ago, or there was none.',
  },
};
