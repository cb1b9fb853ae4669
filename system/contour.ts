import { k8s } from 'cdk8s-plus-28';
import { type Platform, SystemService } from '#constructs';
import { gatewayPorts, podPort } from './gateway-ports.js';
import { settings } from './settings.js';

// Contour 1.28 is tested on Kubernetes 1.28 with Gateway API 1.0; it brings Envoy 1.29.
const release =
  'https://raw.githubusercontent.com/projectcontour/contour/v1.28.8/examples/render/contour.yaml';

/** The way in from the internet: Contour tells Envoy, on every worker and on the entry machine, which host leads where. */
export const contour = (platform: Platform) => {
  const { className, namespace } = settings.ingress;
  const service = new SystemService(platform, 'contour', {
    namespace,
    podSecurity: { privileged: 'Envoy takes ports 80 and 443 of its node' },
    release: { resources: [release], bringsNamespace: true, patches: [nodePort, onEntryMachine] },
    provides: ['projectcontour.io'],
    // Envoy's ports: those behind 80 and 443, and those behind the shared Gateway's.
    admits: [
      { from: 'anyone', ports: [8080, 8443, ...Object.values(gatewayPorts).map(podPort)] },
      { from: ['monitoring'], ports: [8002] }, // what Envoy counts
    ],
    syncOptions: ['ServerSideApply=true'], // the CRDs are larger than an annotation may be
  });
  new k8s.KubeIngressClass(service, 'class', {
    metadata: { name: className, annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' } },
    spec: { controller: 'projectcontour.io/ingress-controller' },
  });
  return service;
};

/** The entry machine is reached by its own ports: of type LoadBalancer, the Service would take an address of MetalLB for nothing. */
const nodePort = {
  target: { kind: 'Service', name: 'envoy' },
  patch: [{ op: 'replace', path: '/spec/type', value: 'NodePort' }],
};

/** The entry machine keeps other pods away by a taint. */
const onEntryMachine = {
  target: { kind: 'DaemonSet', name: 'envoy' },
  patch: [
    {
      op: 'add',
      path: '/spec/template/spec/tolerations',
      value: [{ key: 'role', operator: 'Equal', value: 'ingress-endpoint', effect: 'NoSchedule' }],
    },
  ],
};
