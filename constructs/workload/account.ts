import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

/** A ServiceAccount whose token no pod gets: what clubs run does not call the API server. */
export const accountWithoutToken = (scope: Construct, id: string, metadata: k8s.ObjectMeta) =>
  new k8s.KubeServiceAccount(scope, id, { metadata, automountServiceAccountToken: false });
