import { Platform } from './constructs/platform.js';
import { settings } from './system/settings.js';

const platform = new Platform(settings);

await platform.load(
  // The virtual clusters, beside the host that is always there
  import('./system/virtual-clusters.js'),

  // System services
  import('./system/argocd.js'),
  import('./system/blackbox.js'),
  import('./system/cert-manager.js'),
  import('./system/contour.js'),
  import('./system/crossplane.js'),
  import('./system/dns.js'),
  import('./system/grafana.js'),
  import('./system/kubevious.js'),
  import('./system/mayastor.js'),
  import('./system/netdata.js'),
  import('./system/node-exporter.js'),
  import('./system/oneuptime.js'),
  import('./system/prometheus.js'),

  // Club apps
  import('./apps/httpbin.js'),
);

platform.synth();
