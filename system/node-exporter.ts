import { type Platform, SystemService } from '#constructs';
import { chart } from './charts.js';
import { prometheus } from './prometheus.js';

/** Metrics of every node. In a namespace of its own, so that `monitoring` can be restricted. */
export const nodeExporter = (platform: Platform) =>
  new SystemService(platform, 'node-exporter', {
    podSecurity: { privileged: "it reads the node's network, processes and file systems" },
    charts: [{ chart: chart('prometheus-node-exporter'), releaseName: 'node-exporter', values }],
    dependsOn: [prometheus],
  });

/** The values that differ from the chart's own. */
const values = {
  nameOverride: 'node-exporter', // becomes the job label that the rules of the stack ask for
  prometheus: { monitor: { enabled: true } },
  resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
};
