import type { HelmSource } from '../argocd/helm-source.js';
import { Isolation } from '../network/isolation.js';
import type { HostService } from '../platform/cluster.js';
import type { Platform } from '../platform/platform.js';
import { Unit } from '../platform/unit.js';
import { assertShape } from '../problems/shape.js';
import { recordSource } from '../problems/source.js';
import { Namespace } from '../service/namespace.js';
import type { VirtualCluster } from './virtual-cluster.js';

/** A component of the platform that runs inside a virtual cluster. */
export interface InnerServiceProps {
  /** The chart that installs it. */
  readonly chart: HelmSource;
  /** The labels of its pods, of which only `app.kubernetes.io/name` keeps its name on the host. */
  readonly podLabels: Readonly<Record<string, string>>;
  /** API groups, or single kinds as `group/Kind`, whose custom resources work in the virtual cluster once it is healthy. */
  readonly provides: readonly string[];
  /** The services of the host that it calls; it finds them under the names that they have there. @default - none */
  readonly calls?: readonly HostService[];
  /** The pods of the host that ask for its figures, and the port of its own pods. @default - nobody does */
  readonly measuredBy?: HostService;
  /** Sync options beside the platform's own. @default - none */
  readonly syncOptions?: readonly string[];
}

/**
 * A service of the platform in each virtual cluster that needs it: `dist/<cluster>/<name>/`, in a namespace of its own
 * that enforces Pod Security `restricted`. Its pods may call DNS, the virtual cluster's API, which no app may, and the
 * services named; they are shut in on the host, as those of apps are. Those services have to admit it themselves.
 */
export class InnerService extends Unit {
  constructor(platform: Platform, cluster: VirtualCluster, name: string, props: InnerServiceProps) {
    assertShape('InnerService', props);
    const { chart, podLabels, provides, calls = [], measuredBy, syncOptions } = props;
    super(platform, platform.claimId(`${cluster.clusterName}-${name}`), {
      cluster,
      folder: name,
      namespace: name,
      project: platform.systemServices,
      charts: [chart],
      provides,
      syncOptions,
    });
    recordSource(this);
    this.node.addDependency(cluster);
    platform.provide(this, provides);
    new Namespace(this, name, 'restricted');
    const isolation = new Isolation(cluster, `isolation ${name}`, {
      name,
      cluster,
      namespace: name,
      podLabels,
    });
    cluster.admitToApi(isolation, name, podLabels);
    if (measuredBy) isolation.admitFromHost(measuredBy);
    for (const service of calls) {
      cluster.show(service);
      isolation.allowHostService(service);
    }
  }
}
