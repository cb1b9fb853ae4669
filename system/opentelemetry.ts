import { type Platform, SystemService } from '#constructs';
import { certManager } from './cert-manager.js';
import { chart } from './charts.js';

/** Runs OpenTelemetry's collectors, and puts its instrumentation into pods that ask for it. */
export const opentelemetryOperator = (platform: Platform) =>
  new SystemService(platform, 'opentelemetry-operator', {
    charts: [{ chart: chart('opentelemetry-operator'), values }],
    // Its webhook's certificate. One that Helm makes would be another at every sync.
    dependsOn: [certManager],
    provides: ['opentelemetry.io'],
    admits: [{ from: 'anyone', ports: [9443] }], // its webhook
    syncOptions: ['ServerSideApply=true'], // the CRDs are larger than an annotation may be
  });

/** What Pod Security `restricted` asks of a container. */
const securityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
};

/** The values that differ from the chart's own. */
const values = {
  manager: {
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
    securityContext,
  },
  kubeRBACProxy: { securityContext },
  securityContext: {
    runAsUser: 65532,
    runAsGroup: 65532,
    fsGroup: 65532,
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  },
};
