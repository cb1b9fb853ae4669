import { type Platform, PublicPort, type ReleasePatch, SystemService } from '#constructs';
import { Certificate } from '../imports/certificate-cert-manager.io.js';
import {
  ContourDeployment,
  ContourDeploymentSpecEnvoyResourcesLimits as Limit,
  ContourDeploymentSpecEnvoyResourcesRequests as Request,
} from '../imports/contourdeployment-projectcontour.io.js';
import {
  GatewaySpecListenersAllowedRoutesNamespacesFrom as From,
  Gateway,
} from '../imports/gateway-gateway.networking.k8s.io.js';
import { GatewayClass } from '../imports/gatewayclass-gateway.networking.k8s.io.js';
import { certManager } from './cert-manager.js';
import { contour } from './contour.js';
import { dns } from './dns.js';
import { gatewayApi } from './gateway-api.js';
import { gatewayPorts } from './gateway-ports.js';
import { settings } from './settings.js';

const release =
  'https://raw.githubusercontent.com/projectcontour/contour/v1.28.8/examples/render/contour-gateway-provisioner.yaml';

/** The hosts that the shared Gateway has a certificate for. */
const hosts = ['gateway.omni.cedille.club'];

/**
 * Gateways of class `contour`: for each, the provisioner starts a Contour and an Envoy of its own. These Envoys take
 * no port of their node, so they do not clash with Contour's own, which has 80 and 443: they are reached by node port.
 * To have 80 and 443 as well they need an address of their own, from MetalLB: LoadBalancerService below.
 */
export const contourGateway = (platform: Platform) => {
  const { namespace } = settings.ingress;
  const service = new SystemService(platform, 'contour-gateway', {
    namespace,
    podSecurity: 'other',
    release: { resources: [release], patches: broughtByOthers },
    dependsOn: [contour, gatewayApi, certManager, dns],
    syncOptions: ['ServerSideApply=true'],
  });
  const deployment = new ContourDeployment(service, 'config', {
    metadata: { name: 'public-contour-config' },
    spec: {
      // Else it would serve the Ingresses of class `contour` as well, and write their status against Contour's own.
      runtimeSettings: { ingress: { classNames: ['gateways-only'] } },
      contour: { resources: { requests: requests('50m', '64Mi'), limits: limits('256Mi') } },
      envoy: {
        networkPublishing: { type: 'NodePortService' },
        resources: { requests: requests('50m', '128Mi'), limits: limits('512Mi') },
        // The entry machine keeps other pods away by a taint.
        nodePlacement: {
          tolerations: [{ key: 'role', operator: 'Equal', value: 'ingress-endpoint', effect: 'NoSchedule' }],
        },
      },
    },
  });
  const gatewayClass = new GatewayClass(service, 'class', {
    metadata: { name: 'contour' },
    spec: {
      controllerName: 'projectcontour.io/gateway-controller',
      parametersRef: {
        group: 'projectcontour.io',
        kind: ContourDeployment.GVK.kind,
        name: deployment.name,
        namespace,
      },
    },
  });
  const secretName = 'shared-gateway-tls';
  new Certificate(service, 'certificate', {
    metadata: { name: 'shared-gateway' },
    spec: { secretName, dnsNames: hosts, issuerRef: { kind: 'ClusterIssuer', name: 'letsencrypt-prod' } },
  });
  for (const host of hosts) new PublicPort(service, host, gatewayPorts.https);
  const allowedRoutes = { namespaces: { from: From.ALL } };
  const gateway = new Gateway(service, 'shared', {
    metadata: { name: 'shared' },
    spec: {
      gatewayClassName: gatewayClass.name,
      listeners: [
        { name: 'http', protocol: 'HTTP', port: gatewayPorts.http, allowedRoutes },
        {
          name: 'https',
          protocol: 'HTTPS',
          port: gatewayPorts.https,
          // The first two are what the API server would fill in, and Argo CD take for an edit.
          tls: { certificateRefs: [{ group: '', kind: 'Secret', name: secretName }] },
          allowedRoutes,
        },
      ],
    },
  });
  gateway.addDependency(gatewayClass);
  gatewayClass.addDependency(deployment);
  return service;
};

/** What the release repeats, and other services have already: two Applications must not own one object. */
const broughtByOthers: ReleasePatch[] = [
  { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' },
  { apiVersion: 'v1', kind: 'Namespace' },
].map(({ apiVersion, kind }) => ({
  target: { kind },
  patch: { $patch: 'delete', apiVersion, kind, metadata: { name: 'any' } },
}));

const requests = (cpu: string, memory: string) => ({
  cpu: Request.fromString(cpu),
  memory: Request.fromString(memory),
});
const limits = (memory: string) => ({ memory: Limit.fromString(memory) });
