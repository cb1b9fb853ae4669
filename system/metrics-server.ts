import { k8s } from 'cdk8s-plus-28';
import { onPort, type Platform, SystemService } from '#constructs';
import { chart } from './charts.js';

const pods = { matchLabels: { 'app.kubernetes.io/name': 'metrics-server' } };

/** What nodes and pods use at this moment, for autoscaling and for `kubectl top`. */
export const metricsServer = (platform: Platform) => {
  const service = new SystemService(platform, 'metrics-server', {
    namespace: 'kube-system',
    podSecurity: 'other',
    charts: [{ chart: chart('metrics-server'), values }],
  });
  new k8s.KubeNetworkPolicy(service, 'isolation', {
    metadata: { name: 'metrics-server' },
    spec: {
      podSelector: pods,
      policyTypes: ['Ingress'],
      ingress: [{ ports: [onPort(10250)] }], // the API server calls it from the addresses of its nodes
    },
  });
  return service;
};

/** The values that differ from the chart's own. */
const values = {
  // The kubelets of Talos sign their serving certificates themselves. To have the cluster sign them takes a change to
  // the machine configuration of every node, and a controller that approves what they ask for.
  args: ['--kubelet-insecure-tls'],
  replicas: 2,
  podDisruptionBudget: { enabled: true, minAvailable: 1 },
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: 'kubernetes.io/hostname',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: pods,
    },
  ],
  resources: { limits: { cpu: '500m', memory: '400Mi' } },
};
