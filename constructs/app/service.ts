import type { AppEnvironment } from '../environment/app-environment.js';
import { configFiles } from '../workload/config-files.js';
import { WebWorkload } from '../workload/web-workload.js';
import { AppProgram } from './program.js';
import { replicasOf } from './program-faults.js';
import type { ServiceSpec } from './spec.js';

/** One long-running program of an app. */
export class AppService extends AppProgram {
  /** @param lends those of its volumes that another service mounts too */
  constructor(environment: AppEnvironment, name: string, spec: ServiceSpec, lends: readonly string[] = []) {
    const listener = spec.port === undefined ? undefined : { name, port: spec.port, portName: 'http' };
    super(environment, `service ${name}`, name, spec, listener);
    const replicas = replicasOf(spec, environment.environment);
    const { resources, env, secrets, annotations } = this;
    const files = spec.files && configFiles(environment.workload, name, spec.files);
    const props = {
      ...spec,
      env,
      replicas,
      resources,
      secrets,
      annotations,
      files,
      listener,
      pullSecret: environment.pullSecret,
      priority: environment.environment,
      lends,
      errors: environment.watch.errors,
      podLabels: environment.podLabels,
    };
    new WebWorkload(environment.workload, name, props);
  }
}
