import { appName, type Family } from '../rule.js';

const ofApp = '* on (namespace, persistentvolumeclaim) group_left (club, app, environment) app:volume:info';
const free = `max by (namespace, persistentvolumeclaim) (
    kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes
  )`;

export const volumes: Family = {
  name: 'volumes',
  alerts: [
    {
      alert: 'AppVolumeFull',
      severity: 'critical',
      for: '5m',
      expr: `(
  ${free} < 0.05
)
${ofApp}`,
      summary: `${appName} : le volume {{ $labels.persistentvolumeclaim }} est plein`,
      description: 'Only {{ $value | humanizePercentage }} of it is free.',
    },
    {
      alert: 'AppVolumeFilling',
      severity: 'warning',
      for: '1h',
      expr: `(
  ${free} < 0.4
  and max by (namespace, persistentvolumeclaim) (
    predict_linear(kubelet_volume_stats_available_bytes[6h], 4 * 24 * 3600)
  ) < 0
)
${ofApp}`,
      summary: `${appName} : le volume {{ $labels.persistentvolumeclaim }} sera plein d'ici quatre jours`,
      description:
        'It fills as fast as in the last 6 hours, and {{ $value | humanizePercentage }} of it is free.',
    },
  ],
};
