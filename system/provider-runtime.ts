import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

/** How the pods of Crossplane packages run. */
export interface ProviderRuntimeProps {
  /** The name of their service account. @default - that of the package's revision, which changes with every version */
  readonly serviceAccountName?: string;
  /** What each may use. */
  readonly resources: { readonly requests: Amounts; readonly limits: Amounts };
}

interface Amounts {
  readonly cpu: string;
  readonly memory: string;
}

/**
 * A DeploymentRuntimeConfig under which the pods of a package satisfy Pod Security `restricted`. Not typed by
 * `cdk8s import`: the types of its embedded Deployment are 600 kB, which every synth would load.
 */
export class ProviderRuntime extends ApiObject {
  constructor(scope: Construct, name: string, props: ProviderRuntimeProps) {
    const { serviceAccountName, resources } = props;
    const template = { spec: { securityContext: pod, containers: [{ ...container, resources }] } };
    super(scope, `runtime ${name}`, {
      apiVersion: 'pkg.crossplane.io/v1beta1',
      kind: 'DeploymentRuntimeConfig',
      metadata: { name },
      spec: {
        ...(serviceAccountName && { serviceAccountTemplate: { metadata: { name: serviceAccountName } } }),
        deploymentTemplate: { spec: { selector: {}, template } },
      },
    });
  }
}

// A context that is given replaces Crossplane's own as a whole: its user is repeated here.
const user = { runAsNonRoot: true, runAsUser: 2000, runAsGroup: 2000 };
const pod = { ...user, seccompProfile: { type: 'RuntimeDefault' } };
const container = {
  name: 'package-runtime', // by which Crossplane knows the container to complete
  securityContext: {
    ...user,
    allowPrivilegeEscalation: false,
    privileged: false,
    capabilities: { drop: ['ALL'] },
  },
};
