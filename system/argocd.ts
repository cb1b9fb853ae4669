import { bootstrapSecret } from '../constructs/inputs.js';
import { toYaml } from '../constructs/manifest.js';
import type { Platform } from '../constructs/platform.js';
import { PublicRoute } from '../constructs/public-route.js';
import { SystemService } from '../constructs/system-service.js';
import { certManager } from './cert-manager.js';
import { chart } from './charts.js';
import { contour } from './contour.js';
import { dns } from './dns.js';

const domain = 'argocd.omni.cedille.club';

/** Applies what is committed in `dist/`, itself included. */
export const argocd = (platform: Platform) => {
  const service = new SystemService(platform, 'argocd', {
    charts: [{ chart: chart('argo-cd'), releaseName: 'argocd', values }],
    dependsOn: [contour, certManager, dns],
    admits: [
      { from: 'ingress', ports: [8080] },
      { from: ['crossplane'], ports: [8080] },
    ],
    provides: ['argoproj.io'],
    syncOptions: ['ServerSideApply=true'], // the CRDs are larger than an annotation may be
  });
  bootstrapSecret(service, 'dex-secret', {
    'dex.github.clientID':
      "client id of Argo CD's GitHub OAuth application; label the Secret app.kubernetes.io/part-of: argocd",
    'dex.github.clientSecret': 'its client secret',
  });
  const server = 'argocd-server';
  new PublicRoute(service, 'argocd', { hosts: [domain], service: { name: server, port: 'http' } });
  new PublicRoute(service, 'argocd-grpc', {
    hosts: [`grpc-${domain}`],
    service: { name: server, port: 'https' },
  });
  return service;
};

/**
 * Without this Argo CD takes every child for healthy at once, and a wave waits for nothing. A child's health
 * only counts once it was judged on what it asks for now: until then it is progressing.
 */
const applicationHealth = `local status = obj.status or {}
local compared = (status.sync or {}).comparedTo or {}
local function same(a, b)
  if type(a) ~= 'table' or type(b) ~= 'table' then return a == b end
  for key, value in pairs(a) do if not same(value, b[key]) then return false end end
  for key, value in pairs(b) do if a[key] == nil then return false end end
  return true
end
local fresh = same(obj.spec.source, compared.source) and same(obj.spec.sources, compared.sources)
local operation = (status.operationState or {}).phase
if operation == 'Failed' or operation == 'Error' then
  return { status = 'Degraded', message = status.operationState.message }
end
if not fresh or operation == nil or operation == 'Running' or status.health == nil then
  return { status = 'Progressing', message = 'Waiting for its sync' }
end
return { status = status.health.status, message = status.health.message }
`;

/** Ingresses get no address here, because Envoy is reached by node ports. */
const ingressHealth = "return { status = 'Healthy' }\n";

/** What these operators install, the kinds of virtual machines among it, is there when they say so. */
const deployedHealth = `local phase = (obj.status or {}).phase or 'Pending'
if phase == 'Deployed' then return { status = 'Healthy' } end
if phase == 'Error' then return { status = 'Degraded', message = phase } end
return { status = 'Progressing', message = phase }
`;

/** GitHub signs people in. Both values are in the Secret dex-secret, made at bootstrap, see docs/bootstrap.md. */
const dex = {
  connectors: [
    {
      type: 'github',
      id: 'github',
      name: 'GitHub',
      config: {
        clientID: '$dex-secret:dex.github.clientID',
        clientSecret: '$dex-secret:dex.github.clientSecret',
        orgs: [{ name: 'ClubCedille' }],
        teamNameField: 'slug',
      },
    },
  ],
};

/** Who may do what beyond reading. What a club's team may do to its own apps is in the club's AppProject. */
const policy = `p, role:org-operators, applications, *, */*, allow
p, role:org-operators, clusters, get, *, allow
p, role:org-operators, certificates, get, *, allow
p, role:org-operators, repositories, get, *, allow
p, role:org-operators, repositories, create, *, allow
p, role:org-operators, repositories, update, *, allow
p, role:org-operators, repositories, delete, *, allow
p, role:org-operators, gpgkeys, get, *, allow
p, role:org-operators, gpgkeys, create, *, allow
p, role:org-operators, gpgkeys, delete, *, allow
p, role:crossplane, clusters, *, *, allow
g, ClubCedille:sre, role:org-operators
g, ClubCedille:exec, role:admin
g, crossplane, role:crossplane
`;

/** The values that differ from the chart's own. */
const values = {
  global: { domain },
  configs: {
    params: { 'server.insecure': true }, // TLS ends at Envoy
    cm: {
      'accounts.crossplane': 'apiKey', // registers the virtual clusters
      // A label would be copied from a virtual cluster to the host and taken there for the host's own.
      'application.resourceTrackingMethod': 'annotation',
      'dex.config': toYaml(dex),
      'resource.customizations.health.argoproj.io_Application': applicationHealth,
      'resource.customizations.health.networking.k8s.io_Ingress': ingressHealth,
      'resource.customizations.health.cdi.kubevirt.io_CDI': deployedHealth,
      'resource.customizations.health.kubevirt.io_KubeVirt': deployedHealth,
    },
    rbac: { 'policy.default': 'role:readonly', 'policy.csv': policy },
  },
  server: {
    // Contour speaks HTTP/2 to the port that the gRPC host leads to.
    service: { annotations: { 'projectcontour.io/upstream-protocol.h2c': 'https,443' } },
  },
};
