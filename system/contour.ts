import { k8s } from 'cdk8s-plus-28';
import type { Platform } from '../constructs/platform.js';
import { SystemService } from '../constructs/system-service.js';
import { settings } from './settings.js';

// Contour 1.27 is the newest that is tested on Kubernetes 1.28; it brings Envoy 1.28.
const release =
  'https://raw.githubusercontent.com/projectcontour/contour/v1.27.4/examples/render/contour.yaml';

/** The way in from the internet: Contour tells Envoy, on every worker and on the entry machine, which host leads where. */
export const contour = (platform: Platform) => {
  const { className, namespace } = settings.ingress;
  const service = new SystemService(platform, 'contour', {
    namespace,
    podSecurity: { privileged: 'Envoy takes ports 80 and 443 of its node' },
    release: { resources: [release], bringsNamespace: true, patches: [nodePort, onEntryMachine] },
    provides: ['projectcontour.io'],
    admits: [{ from: 'anyone', ports: [8080, 8443] }], // Envoy's ports, behind 80 and 443
    syncOptions: ['ServerSideApply=true'], // the CRDs are larger than an annotation may be
  });
  new k8s.KubeIngressClass(service, 'class', {
    metadata: { name: className, annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' } },
    spec: { controller: 'projectcontour.io/ingress-controller' },
  });
  return service;
};

/** No load balancer stands before the cluster: a Service of that type would stay pending. */
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
