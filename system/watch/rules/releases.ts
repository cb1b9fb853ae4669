import { appName, type Family } from '../rule.js';

/** Argo Rollouts knows the namespace inside the virtual cluster, by which the app is found. */
const inside = 'label_vcluster_loft_sh_namespace';

export const releases: Family = {
  name: 'releases',
  alerts: [
    {
      alert: 'AppReleaseTakenBack',
      severity: 'warning',
      for: '2m',
      expr: `(
  max by (${inside}, name) (
    label_replace(rollout_info{phase=~"Abort|Error|Timeout"}, "${inside}", "$1", "namespace", "(.*)")
  ) == 1
)
* on (${inside}) group_left (club, app, environment) app:info`,
      summary: `${appName} : la nouvelle version de {{ $labels.name }} a été retirée`,
      description:
        'Too many requests failed, or its pods did not become ready: the old version serves, and git asks for the new one.',
    },
  ],
};
