import { type ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { groupOf, type Manifest } from '../constructs/kube/manifest.js';
import { isBuiltInGroup } from '../constructs/kube/scope.js';
import type { Platform } from '../constructs/platform/platform.js';
import { Unit } from '../constructs/platform/unit.js';
import { fault } from '../constructs/refusals/fault.js';

/** What constructs themselves say of their state by `node.addValidation`, and charts that nothing would deploy. */
export function checkConstructs({ node, problems }: Platform): void {
  for (const construct of node.findAll()) {
    for (const message of messagesOf(construct))
      problems.add(construct, fault('construct-invalid', { message }));
    if (Chart.isChart(construct) && !Unit.isUnit(construct)) {
      problems.add(construct, fault('chart-not-unit', {}));
    }
  }
}

function messagesOf(construct: IConstruct): string[] {
  try {
    return construct.node.validate();
  } catch (error) {
    return [(error as Error).message];
  }
}

/** A unit that is on cannot wait for one that is off. */
export function checkDependencies({ problems }: Platform, unit: Unit): void {
  for (const dependency of unit.waitsFor) {
    if (!dependency.enabled) {
      problems.add(unit, fault('dependency-off', { name: dependency.node.path }));
    }
  }
}

interface PlacedUnit {
  readonly unit: Unit;
  readonly wave: number;
}

/** A unit comes after the one that makes the namespace it lands in: on an empty cluster it would fail before. */
export function checkNamespaces({ problems }: Platform, units: readonly PlacedUnit[]): void {
  const makers = new Map<string, PlacedUnit>();
  for (const maker of units) {
    for (const { kind, name } of maker.unit.apiObjects) {
      if (kind === 'Namespace') makers.set(`${maker.unit.cluster.clusterName}/${name}`, maker);
    }
  }
  for (const { unit, wave } of units) {
    const maker = makers.get(`${unit.cluster.clusterName}/${unit.destinationNamespace}`);
    if (!maker || maker.unit === unit || maker.wave < wave) continue;
    problems.add(
      unit,
      fault('namespace-order', { namespace: unit.destinationNamespace, maker: maker.unit.node.path }),
    );
  }
}

/** A custom resource needs its operator: on the platform, and before it. */
export function checkProvider(platform: Platform, unit: Unit, object: ApiObject, manifest: Manifest): void {
  const { problems } = platform;
  const group = groupOf(manifest);
  if (group === '' || isBuiltInGroup(group)) return;
  const { cluster } = unit;
  const provider = platform.providerOf(group, manifest.kind, cluster);
  if (!provider) {
    if (platform.components.isIncomplete) return;
    const on = cluster.clusterName;
    const isHost = cluster === platform.hostCluster;
    const where = isHost
      ? { en: '', fr: '' }
      : { en: ` on cluster '${on}'`, fr: ` sur le cluster « ${on} »` };
    problems.add(object, fault('provider-missing', { kind: manifest.kind, group, where }));
  } else if (provider !== unit && !unit.waitsFor.includes(provider)) {
    const [kind, from, to] = [manifest.kind, provider.node.path, unit.node.path];
    problems.add(object, fault('provider-order', { kind, provider: from, unit: to }));
  }
}
