import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { Environment } from './environment.js';

/** Below nought, which is what the platform's own pods have: these outlive what clubs run. */
const values: Readonly<Record<Environment, number>> = { prod: -10, staging: -100, sandbox: -1000 };

/** Who gives way when the nodes are full: pods of the sandbox first, then those of staging. It is named after the environment. */
export class Priority extends k8s.KubePriorityClass {
  constructor(scope: Construct, environment: Environment) {
    super(scope, `priority ${environment}`, {
      metadata: { name: environment },
      value: values[environment],
      description: `Apps in ${environment}`,
    });
  }
}
