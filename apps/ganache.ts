import { ChartApp, type Platform } from '#constructs';
import { chart } from '../system/charts.js';
import { clubs } from './clubs.js';

/** A simulated Ethereum chain. */
export const ganache = (platform: Platform) => {
  const values = {
    initChownData: { enabled: false }, // it wants to be root, and fsGroup does the same
    persistence: { enabled: true, size: '5Gi', storageClassName: platform.props.storage.files },
    resources: { requests: { cpu: '300m', memory: '1Gi' }, limits: { cpu: '500m', memory: '2Gi' } },
    containerSecurityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      seccompProfile: { type: 'RuntimeDefault' },
    },
  };
  return new ChartApp(platform, 'ganache', {
    owner: clubs.cedille,
    base: {
      charts: { ganache: { chart: chart('ganache'), values } },
      routes: { rpc: { service: 'ganache', port: 8545 } },
    },
    prod: { hosts: { rpc: 'ganache.omni.cedille.club' } },
  });
};
