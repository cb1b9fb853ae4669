import { Construct, type IConstruct } from 'constructs';
import type { Cluster } from '../platform/cluster.js';
import type { Platform } from '../platform/platform.js';
import { Unit } from '../platform/unit.js';
import type { Environment } from '../values/environments.js';
import { Namespace, type PodSecurity } from './namespace.js';
import { Priority } from './priority.js';

/** The unit of the platform that holds the namespaces and priority classes of a cluster's apps; made on first use. */
function namespacesOn(platform: Platform, cluster: Cluster): Unit {
  const id = `${cluster.clusterName}-namespaces`;
  const made = platform.node.tryFindChild(id);
  if (made && Unit.isUnit(made)) return made;
  const unit = new Unit(platform, id, {
    cluster,
    folder: 'namespaces',
    namespace: 'default',
    project: platform.systemServices,
  });
  if (Construct.isConstruct(cluster)) unit.node.addDependency(cluster);
  return unit;
}

/** Has an environment's priority class made on a cluster before `user` lands there. Gives the unit that it is in. */
export function addPriority(
  platform: Platform,
  cluster: Cluster,
  environment: Environment,
  user: IConstruct,
): Unit {
  const unit = namespacesOn(platform, cluster);
  if (!unit.node.tryFindChild(`priority ${environment}`)) new Priority(unit, environment);
  user.node.addDependency(unit);
  return unit;
}

/** A namespace of an app. */
export interface AppNamespace {
  readonly cluster: Cluster;
  readonly name: string;
  readonly environment: Environment;
  readonly level: PodSecurity;
}

/**
 * Has an environment's namespace and priority class made before `user` lands there. The club's project cannot: Argo CD
 * would ask it for permission to make a cluster-scoped kind.
 */
export function addNamespace(
  platform: Platform,
  { cluster, name, environment, level }: AppNamespace,
  user: IConstruct,
): void {
  new Namespace(addPriority(platform, cluster, environment, user), name, level);
}
