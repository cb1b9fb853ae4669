import { appName, type Family } from '../rule.js';

/** Gives a series of a pod the labels of its app. */
const ofApp = '* on (namespace, pod) group_left (club, app, environment, program, node) app:pod:info';

export const pods: Family = {
  name: 'pods',
  alerts: [
    {
      alert: 'AppCrashLooping',
      severity: 'critical',
      for: '10m',
      expr: `(max by (namespace, pod) (max_over_time(kube_pod_container_status_waiting_reason{reason="CrashLoopBackOff"}[5m])) == 1)
${ofApp}`,
      summary: `${appName} : {{ $labels.program }} s'arrête dès qu'il démarre`,
      description: 'Pod {{ $labels.pod }} ends again and again right after its start, since 10 minutes.',
    },
    {
      alert: 'AppRestarting',
      severity: 'warning',
      for: '5m',
      expr: `(max by (namespace, pod) (increase(kube_pod_container_status_restarts_total[1h])) > 3)
${ofApp}`,
      summary: `${appName} : {{ $labels.program }} redémarre sans cesse`,
      description: 'Pod {{ $labels.pod }} was restarted {{ $value | printf "%.0f" }} times within an hour.',
    },
    {
      alert: 'AppOutOfMemory',
      severity: 'warning',
      expr: `(
  max by (namespace, pod) (
    kube_pod_container_status_last_terminated_reason{reason="OOMKilled"} == 1
    and on (namespace, pod, container) increase(kube_pod_container_status_restarts_total[15m]) > 0
  )
)
${ofApp}`,
      summary: `${appName} : {{ $labels.program }} manque de mémoire`,
      description:
        'A container of pod {{ $labels.pod }} was ended within 15 minutes because it used more memory than its size allows.',
    },
    {
      alert: 'AppNotReady',
      severity: 'warning',
      for: '15m',
      expr: `(
  max by (namespace, pod) (kube_pod_status_ready{condition="false"} == 1)
  unless on (namespace, pod) kube_pod_status_phase{phase=~"Succeeded|Failed"} == 1
)
${ofApp}`,
      summary: `${appName} : {{ $labels.program }} n'est pas prêt`,
      description: 'Pod {{ $labels.pod }} takes no requests, since 15 minutes: it waits, or its probe fails.',
    },
  ],
};
