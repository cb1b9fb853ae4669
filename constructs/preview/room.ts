import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { AppEnvironment } from '../environment/app-environment.js';
import { Platform } from '../platform/platform.js';
import { Unit } from '../platform/unit.js';
import { podSecurityLabels } from '../service/namespace.js';
import { NamespaceQuota } from '../service/namespace-quota.js';
import { canonicalCpu, parseQuantity } from '../values/quantity.js';
import { type Resources, resourceRequirements } from '../workload/pod-size.js';
import { previewNamespaceProject } from './projects.js';

/** Amounts as the API server would write them: another form of the same is a difference to Argo CD. */
const cpu = (cores: number): string => canonicalCpu(`${Math.ceil(cores * 1000)}m`);
const memory = (bytes: number): string =>
  bytes % 2 ** 30 === 0 ? `${bytes / 2 ** 30}Gi` : `${Math.ceil(bytes / 2 ** 20)}Mi`;

/** What the programs of a preview take together, twice: while one is replaced there are two. It gets no volume. */
function quotaFor(programs: readonly Resources[]): Record<string, string> {
  const all = programs.map((resources) => resourceRequirements(resources));
  const sum = (which: 'requests' | 'limits', measure: 'cpu' | 'memory') =>
    all.reduce((total, each) => total + 2 * (parseQuantity(`${each[which]?.[measure]?.value}`) ?? 0), 0);
  return {
    'requests.cpu': cpu(sum('requests', 'cpu')),
    'requests.memory': memory(sum('requests', 'memory')),
    'limits.cpu': cpu(sum('limits', 'cpu')),
    'limits.memory': memory(sum('limits', 'memory')),
    persistentvolumeclaims: '0',
    pods: `${2 * programs.length}`,
    'services.loadbalancers': '0',
    'services.nodeports': '0',
  };
}

/**
 * The namespace of a preview, with its Pod Security level, quota and limits: a folder of its own, which another Argo
 * CD project deploys, because whoever may make a namespace may lower its level as well. Unlike all others this
 * namespace is deleted with its Application, and everything in it.
 */
export class PreviewRoom extends Construct {
  readonly unit: Unit;

  constructor(preview: AppEnvironment, programs: readonly Resources[]) {
    super(preview, 'room');
    const { namespace, cluster, app } = preview;
    this.unit = new Unit(this, 'unit', {
      cluster,
      namespace,
      folder: `${app}-preview-room`,
      project: previewNamespaceProject(Platform.of(this)),
      isTemplate: true,
    });
    new k8s.KubeNamespace(this.unit, 'namespace', {
      metadata: { name: namespace, labels: podSecurityLabels('restricted') },
    });
    new NamespaceQuota(this.unit, 'preview', quotaFor(programs));
  }
}
