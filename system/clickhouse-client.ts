import type { k8s } from 'cdk8s-plus-28';
import { resourceRequirements } from '#constructs';

/** ClickHouse's long-term release of August 2023: the one that operator 0.22 is tested with, and that backs up to buckets, as 22.3 does not. */
export const clickhouseVersion = '23.8.16.40';
/** The pods' network, as Talos sets it. Who of it gets as far as a server is what network policies say. */
export const podNetwork = '10.244.0.0/16';
/** The installation that keeps telemetry, and the Service that the operator makes for it. */
export const telemetryStore = {
  installation: 'clickhouse-otel-monitoring',
  cluster: 'deployment-pv',
  host: 'clickhouse-clickhouse-otel-monitoring.clickhouse-system.svc.cluster.local',
};
/** The user and group of ClickHouse's images. */
const clickhouseUser = 101;

/** What Pod Security `restricted` asks of a pod and of its containers. */
export const podSecurity: k8s.PodSecurityContext = {
  runAsNonRoot: true,
  runAsUser: clickhouseUser,
  runAsGroup: clickhouseUser,
  fsGroup: clickhouseUser,
  fsGroupChangePolicy: 'OnRootMismatch',
  seccompProfile: { type: 'RuntimeDefault' },
};
export const containerSecurity: k8s.SecurityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
};

/** An environment variable from a Secret. */
export const fromSecret = (variable: string, secret: string, key: string): k8s.EnvVar => ({
  name: variable,
  valueFrom: { secretKeyRef: { name: secret, key } },
});

/** Queries that a client sends to `host`; `{today}` in them becomes the date. */
export interface Queries {
  readonly host: string;
  readonly user: string;
  readonly password: { readonly secret: string; readonly key: string };
  readonly sql: string;
}

/** A pod that sends queries and ends; for Jobs. They are repeated until they succeed, so each must bear that. */
export const clientPod = ({ host, user, password, sql }: Queries): k8s.PodSpec => ({
  restartPolicy: 'OnFailure',
  automountServiceAccountToken: false,
  securityContext: podSecurity,
  containers: [
    {
      name: 'client',
      image: `clickhouse/clickhouse-server:${clickhouseVersion}`,
      command: [
        'sh',
        '-ec',
        `printf '%s' "$SQL" | sed "s/{today}/$(date +%F)/g" | clickhouse-client --host ${host} --multiquery`,
      ],
      env: [
        { name: 'CLICKHOUSE_USER', value: user },
        fromSecret('CLICKHOUSE_PASSWORD', password.secret, password.key),
        { name: 'SQL', value: sql },
      ],
      imagePullPolicy: 'Always',
      resources: resourceRequirements({
        cpu: { request: '50m', limit: '500m' },
        memory: { request: '128Mi', limit: '512Mi' },
      }),
      securityContext: { ...containerSecurity, readOnlyRootFilesystem: true },
    },
  ],
});

/** How long a Job that is done can be looked at: a day. The next sync makes it again. */
export const ttlSecondsAfterFinished = 86_400;

/** Makes a Job run at every sync, in its wave: a Job that is done cannot be changed. */
export const atEverySync = {
  'argocd.argoproj.io/hook': 'Sync',
  'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
};
