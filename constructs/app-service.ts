import { serviceFaults } from './app-checks.js';
import type { AppEnvironment } from './app-environment.js';
import { AppProgram } from './app-program.js';
import type { ServiceSpec } from './app-spec.js';
import { configFiles } from './config-files.js';
import { Platform } from './platform.js';
import { WebWorkload } from './web-workload.js';

/** One program of an app that runs for ever. */
export class AppService extends AppProgram {
  /** The Service by which others call it; undefined if it listens on no port. */
  readonly service: { readonly name: string; readonly port: number } | undefined;

  /** @param lends those of its volumes that another service mounts too */
  constructor(environment: AppEnvironment, name: string, spec: ServiceSpec, lends: readonly string[] = []) {
    super(environment, `service ${name}`, name, spec, spec.port);
    const hasVolume = Object.values(spec.volumes ?? {}).some((volume) => !('of' in volume));
    const replicas = spec.replicas ?? (environment.environment === 'prod' && !hasVolume ? 2 : 1);
    const { resources, env, secrets, annotations } = this;
    for (const { what, mend } of serviceFaults(spec, { replicas, resources, hasVolume })) {
      Platform.of(this).problems.add(environment, environment.said(name, what), mend);
    }
    const files = spec.files && configFiles(environment.workload, name, spec.files);
    const { pullSecret, environment: priority } = environment;
    const props = {
      ...spec,
      env,
      replicas,
      resources,
      secrets,
      annotations,
      files,
      pullSecret,
      priority,
      lends,
      errors: environment.watch.errors,
      podLabels: environment.podLabels,
    };
    this.service = new WebWorkload(environment.workload, name, props).service;
  }
}
