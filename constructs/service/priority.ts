import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { type Environment, priorityOf } from '../values/environments.js';

/** Who gives way when the nodes are full: pods of the sandbox first, then those of staging. It is named after the environment. */
export class Priority extends k8s.KubePriorityClass {
  constructor(scope: Construct, environment: Environment) {
    super(scope, `priority ${environment}`, {
      metadata: { name: environment },
      value: priorityOf(environment),
      description: `Apps in ${environment}`,
    });
  }
}
