import { type Platform, SystemService } from '#constructs';
import { chart } from './charts.js';

/** The chart's pods lack these two of what `restricted` asks for. */
const podSecurity = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
const containerSecurity = { capabilities: { drop: ['ALL'] } };

/** Things outside the clusters, made from objects inside: Crossplane's core. */
export const crossplane = (platform: Platform) =>
  new SystemService(platform, 'crossplane', {
    charts: [
      {
        chart: chart('crossplane'),
        values: {
          podSecurityContextCrossplane: podSecurity,
          podSecurityContextRBACManager: podSecurity,
          securityContextCrossplane: containerSecurity,
          securityContextRBACManager: containerSecurity,
        },
      },
    ],
    admits: [{ from: 'anyone', ports: [9443] }], // its webhooks and those of the providers
    provides: ['pkg.crossplane.io'],
  });
