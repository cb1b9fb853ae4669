import { k8s } from 'cdk8s-plus-28';
import { jobFaults } from './app-checks.js';
import type { AppEnvironment } from './app-environment.js';
import { AppProgram } from './app-program.js';
import type { JobSpec } from './app-spec.js';
import { configFiles } from './config-files.js';
import { exemptions } from './exemption.js';
import { Platform } from './platform.js';
import { podTemplate } from './pod.js';

/** Seconds after which a run that has not begun is given up. */
const deadline = 300;

/** One program of an app that runs by the clock: never twice at once, twice again if it fails, the pods of its last run kept. */
export class AppJob extends AppProgram {
  constructor(environment: AppEnvironment, name: string, spec: JobSpec) {
    super(environment, `job ${name}`, name, spec);
    const { resources, env, secrets, annotations } = this;
    for (const { what, mend } of jobFaults(spec, resources)) {
      Platform.of(this).problems.add(environment, environment.said(name, what), mend);
    }
    const files = spec.files && configFiles(environment.workload, name, spec.files);
    const labels = { 'app.kubernetes.io/name': name };
    const metadata = { name, labels };
    new k8s.KubeServiceAccount(environment.workload, `account ${name}`, {
      metadata,
      automountServiceAccountToken: false,
    });
    new k8s.KubeCronJob(environment.workload, `cron ${name}`, {
      metadata: { ...metadata, annotations: exemptions(...(spec.exempt ?? [])) },
      spec: {
        schedule: spec.schedule,
        timeZone: 'America/Toronto',
        concurrencyPolicy: 'Forbid',
        startingDeadlineSeconds: deadline,
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 3,
        jobTemplate: {
          spec: {
            backoffLimit: 2,
            template: podTemplate({
              ...spec,
              files,
              name,
              labels,
              resources,
              env,
              secrets,
              annotations,
              pullSecret: environment.pullSecret,
              priority: environment.environment,
              spec: { restartPolicy: 'Never' },
            }),
          },
        },
      },
    });
  }
}
