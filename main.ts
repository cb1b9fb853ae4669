import { Platform } from './constructs/platform.js';
import { settings } from './system/settings.js';

const platform = new Platform(settings);

await platform.load(
  // The virtual clusters, beside the host that is always there
  import('./system/virtual-clusters.js'),

  // System services
  import('./system/argo-rollouts.js'),
  import('./system/argocd.js'),
  import('./system/cert-manager.js'),
  import('./system/contour.js'),
  import('./system/crossplane.js'),
  import('./system/dns.js'),
  import('./system/mayastor.js'),
  import('./system/network-policies.js'),
  import('./system/sandboxes.js'),
  import('./system/talos.js'),
  import('./system/volume-snapshots.js'),

  // Club apps
  import('./apps/httpbin.js'),
);

platform.synth();
