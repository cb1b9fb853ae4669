import { httpbin } from './apps/httpbin.js';
import { Platform } from './constructs/platform.js';
import { argocd } from './system/argocd.js';
import { certManager } from './system/cert-manager.js';
import { contour } from './system/contour.js';
import { crossplane, crossplaneConfig, crossplaneProviders } from './system/crossplane.js';
import { dns } from './system/dns.js';
import { mayastor } from './system/mayastor.js';
import { settings } from './system/settings.js';
import { prod, sandbox, staging } from './system/virtual-clusters.js';

const platform = new Platform(settings);

// The virtual clusters, beside the host that is always there
platform.add(prod, staging, sandbox);

// System services
platform.add(argocd, certManager, contour, crossplane, crossplaneProviders, crossplaneConfig, dns, mayastor);

// Club apps
platform.add(httpbin);

platform.synth();
