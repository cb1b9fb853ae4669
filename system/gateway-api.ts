import { type Platform, SystemService } from '#constructs';

// Contour 1.28 and Kuma 2.5 are both made for 1.0, and Contour asks for kinds of the experimental channel.
const release =
  'https://github.com/kubernetes-sigs/gateway-api/releases/download/v1.0.0/experimental-install.yaml';

/** The kinds by which routes are asked for, whoever serves them: Gateway, HTTPRoute and their like. It runs nothing. */
export const gatewayApi = (platform: Platform) =>
  new SystemService(platform, 'gateway-api', {
    namespace: 'gateway-system',
    release: { resources: [release] },
    provides: ['gateway.networking.k8s.io'],
    syncOptions: ['ServerSideApply=true'], // the CRDs are larger than an annotation may be
  });
