import { appName, type Family } from '../rule.js';

const lapsesWithin = (days: number): string => `(probe_ssl_earliest_cert_expiry - time()) / 86400 < ${days}`;

/** What a browser would see. The probes carry the labels of whose host it is. */
export const hosts: Family = {
  name: 'hosts',
  alerts: [
    {
      alert: 'HostDown',
      severity: 'critical',
      for: '5m',
      expr: 'probe_success == 0 unless probe_http_status_code > 0',
      summary: `${appName} : {{ $labels.instance }} ne répond pas`,
      description:
        'No answer within 10 s since 5 minutes: its name, its certificate or the way to it is broken.',
    },
    {
      alert: 'HostAnswersWrong',
      severity: 'critical',
      for: '5m',
      expr: 'probe_http_status_code > 0 and probe_success == 0',
      summary: `${appName} : {{ $labels.instance }} répond par une erreur`,
      description: 'It answers with status {{ $value }} instead of 200, since 5 minutes.',
    },
    {
      alert: 'HostSlow',
      severity: 'warning',
      for: '10m',
      expr: `avg_over_time(probe_duration_seconds[15m])
> on (app, environment) group_left () app:slow:seconds`,
      summary: `${appName} : {{ $labels.instance }} est lent`,
      description: 'It takes {{ $value | humanizeDuration }} to answer, on average of 15 minutes.',
    },
    {
      alert: 'CertificateLapses',
      severity: 'warning',
      for: '1h',
      expr: lapsesWithin(20), // cert-manager renews 30 days before
      summary: `${appName} : le certificat de {{ $labels.instance }} n'a pas été renouvelé`,
      description: 'It lapses in {{ $value | printf "%.0f" }} days, and should have been renewed by itself.',
    },
    {
      alert: 'CertificateLapsesSoon',
      severity: 'critical',
      for: '1h',
      expr: lapsesWithin(5),
      summary: `${appName} : le certificat de {{ $labels.instance }} expire dans quelques jours`,
      description: 'It lapses in {{ $value | printf "%.0f" }} days; then browsers refuse the site.',
    },
  ],
};
