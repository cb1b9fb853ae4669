import { k8s } from 'cdk8s-plus-28';
import type { AppEnvironment } from '../environment/app-environment.js';
import { Platform } from '../platform/platform.js';
import { exemptions } from '../values/exemption.js';
import { accountWithoutToken } from '../workload/account.js';
import { configFiles } from '../workload/config-files.js';
import { podTemplate } from '../workload/pod.js';
import { AppProgram } from './program.js';
import type { JobSpec } from './spec.js';

/** Seconds after which a run that has not begun is given up. */
const deadline = 300;

/** One scheduled program of an app. Runs do not overlap; a failed one is tried twice more; the pods of the last run are kept. */
export class AppJob extends AppProgram {
  constructor(environment: AppEnvironment, name: string, spec: JobSpec) {
    super(environment, `job ${name}`, name, spec);
    const { resources, env, secrets, annotations } = this;
    const files = spec.files && configFiles(environment.workload, name, spec.files);
    const labels = { 'app.kubernetes.io/name': name };
    const metadata = { name, labels };
    accountWithoutToken(environment.workload, `account ${name}`, metadata);
    new k8s.KubeCronJob(environment.workload, `cron ${name}`, {
      metadata: { ...metadata, annotations: exemptions(...(spec.exempt ?? [])) },
      spec: {
        schedule: spec.schedule,
        timeZone: Platform.of(this).props.timeZone,
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
