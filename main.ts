import { Platform } from './constructs/platform.js';
import { settings } from './system/settings.js';

const platform = new Platform(settings);

await platform.load(
  // The virtual clusters, beside the host that is always there
  import('./system/virtual-clusters.js'),

  // System services
  import('./system/argocd.js'),
  import('./system/cert-manager.js'),
  import('./system/contour.js'),
  import('./system/contour-gateway.js'),
  import('./system/crossplane.js'),
  import('./system/dns.js'),
  import('./system/gateway-api.js'),
  import('./system/kubevirt.js'),
  import('./system/kuma.js'),
  import('./system/mayastor.js'),
  import('./system/merbridge.js'),
  import('./system/metallb.js'),
  import('./system/virtual-machines.js'),

  // Club apps
  import('./apps/httpbin.js'),
);

platform.synth();
