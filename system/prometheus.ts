import { k8s } from 'cdk8s-plus-28';
import {
  type Cluster,
  namespacePeer,
  onPort,
  type Platform,
  rolloutGvk,
  SystemService,
  VaultSecret,
} from '#constructs';
import { alertRoutes, channelLabel, platformChannel, webhookOf } from './alert-routes.js';
import { certManager } from './cert-manager.js';
import { chart } from './charts.js';
import { mayastor } from './mayastor.js';
import { rolloutsController } from './rollouts-controller.js';
import { settings } from './settings.js';
import { vaultConfig } from './vault-config.js';

/**
 * Metrics and alerts: Prometheus takes the ServiceMonitors, PodMonitors, Probes and PrometheusRules of every
 * namespace of the host. Alertmanager tells Cédille on Discord what no club's channel takes (system/watch.ts).
 */
export const prometheus = (platform: Platform) => {
  const service = new SystemService(platform, 'prometheus', {
    namespace: 'monitoring',
    // The newest chart with operator 0.73.2, which supports Kubernetes 1.28 and has the types of imports/.
    charts: [{ chart: chart('kube-prometheus-stack'), values }],
    dependsOn: [mayastor, certManager, vaultConfig],
    admits: [
      { from: 'anyone', ports: [10250] }, // the operator's webhook
      { from: ['grafana'], ports: [9090] },
    ],
    provides: ['monitoring.coreos.com'],
    syncOptions: ['ServerSideApply=true'], // the CRDs are larger than an annotation may be
  });
  const { name, key } = webhookOf(platformChannel);
  new VaultSecret(service, name, {
    path: `monitoring/default/alerts/${platformChannel}`,
    keys: { [key]: "webhook of Cédille's channel for alerts on Discord" },
  });
  platform.whenDeclared(service, () => {
    for (const cluster of platform.clustersNeeding(rolloutGvk)) admitRollouts(service, cluster);
  });
  return service;
};

/** Lets what releases apps in a cluster ask how they do. */
function admitRollouts(service: SystemService, cluster: Cluster): void {
  const { metrics } = settings;
  const { namespace, podLabels } = rolloutsController;
  const from = namespacePeer(cluster.hostNamespace(namespace), cluster.hostPodLabels(namespace, podLabels));
  new k8s.KubeNetworkPolicy(service, `rollouts of ${cluster.clusterName}`, {
    metadata: { name: `argo-rollouts-${cluster.clusterName}` },
    spec: {
      podSelector: { matchLabels: metrics.podLabels },
      policyTypes: ['Ingress'],
      ingress: [{ from: [from], ports: [onPort(metrics.port)] }],
    },
  });
}

const size = (cpu: string, memory: string, maxCpu: string, maxMemory: string) => ({
  requests: { cpu, memory },
  limits: { cpu: maxCpu, memory: maxMemory },
});

const volume = (storage: string) => ({
  volumeClaimTemplate: {
    spec: {
      storageClassName: settings.storage.files,
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage } },
    },
  },
});

/** The values that differ from the chart's own. */
const values = {
  // Two services of their own. The dashboards stay here, where Grafana finds them.
  grafana: {
    enabled: false,
    forceDeployDashboards: true,
    sidecar: { dashboards: { annotations: { grafana_folder: 'Kubernetes' } } },
  },
  nodeExporter: { enabled: false, forceDeployDashboards: true },
  // On Talos these listen on the node's own loopback only, unless the machine configuration says otherwise.
  kubeControllerManager: { enabled: false },
  kubeScheduler: { enabled: false },
  kubeProxy: { enabled: false },
  kubeEtcd: { enabled: false },
  coreDns: {
    service: { enabled: false }, // Talos makes kube-dns, with the port of the metrics
    serviceMonitor: {
      port: 'metrics',
      selector: { matchLabels: { 'k8s-app': 'kube-dns' } },
      relabelings: [{ targetLabel: 'job', replacement: 'coredns' }],
    },
  },
  extraManifests: [alertRoutes],
  prometheusOperator: {
    // By cert-manager and not by the chart's hooks, which would run again at every sync.
    admissionWebhooks: { certManager: { enabled: true }, patch: { enabled: false } },
    resources: size('50m', '128Mi', '200m', '256Mi'),
    prometheusConfigReloader: { enableProbe: true, resources: size('10m', '32Mi', '100m', '64Mi') },
  },
  'kube-state-metrics': {
    resources: size('50m', '128Mi', '200m', '256Mi'),
    // By which rules know whose a pod or a volume of a virtual cluster is, and whether Vault is sealed.
    metricLabelsAllowlist: [
      'pods=[app.kubernetes.io/name,vcluster.loft.sh/namespace,vault-sealed]',
      'persistentvolumeclaims=[vcluster.loft.sh/namespace]',
    ],
  },
  prometheus: {
    prometheusSpec: {
      retention: '31d', // objectives are over 30 days
      retentionSize: '45GB', // what comes first; leaves room for the write-ahead log
      storageSpec: volume('60Gi'),
      resources: size('500m', '2Gi', '2', '4Gi'),
      // Else only those that carry the label of this Helm release would be taken.
      serviceMonitorSelectorNilUsesHelmValues: false,
      podMonitorSelectorNilUsesHelmValues: false,
      probeSelectorNilUsesHelmValues: false,
      ruleSelectorNilUsesHelmValues: false,
      scrapeConfigSelectorNilUsesHelmValues: false,
    },
  },
  alertmanager: {
    podDisruptionBudget: { enabled: true },
    alertmanagerSpec: {
      replicas: 2,
      podAntiAffinity: 'hard',
      storage: volume('2Gi'),
      resources: size('20m', '64Mi', '200m', '128Mi'),
      alertmanagerConfiguration: { name: alertRoutes.metadata.name },
      alertmanagerConfigSelector: { matchLabels: channelLabel },
      // Else each would hear only of what happens in its own namespace. Clubs cannot make any: they are on the host.
      alertmanagerConfigMatcherStrategy: { type: 'None' },
      useExistingSecret: true, // none is read: its routes are the object above
    },
  },
};
