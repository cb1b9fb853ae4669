import { type ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { groupOf, type Manifest } from '../constructs/kube/manifest.js';
import { isBuiltInGroup } from '../constructs/kube/scope.js';
import type { Platform } from '../constructs/platform/platform.js';
import { Unit } from '../constructs/platform/unit.js';

/** What constructs themselves say of their state by `node.addValidation`, and charts that nothing would deploy. */
export function checkConstructs({ node, problems }: Platform): void {
  for (const construct of node.findAll()) {
    for (const fault of faultsOf(construct)) problems.add(construct, fault, 'Mend it where it is declared');
    if (Chart.isChart(construct) && !Unit.isUnit(construct)) {
      const what = 'it is a Chart but no Unit, so nothing would deploy it';
      problems.add(construct, what, 'Make it a SystemService or a Unit');
    }
  }
}

function faultsOf(construct: IConstruct): string[] {
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
      const what = `it depends on '${dependency.node.path}', which is switched off`;
      problems.add(unit, what, 'Switch that on, or this off as well');
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
    const what = `it lands in namespace '${unit.destinationNamespace}', which '${maker.unit.node.path}' does not make before it`;
    problems.add(unit, what, 'Add that to dependsOn');
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
    const mend = 'Name the group in provides of the service that installs it';
    const where = cluster === platform.hostCluster ? '' : ` on cluster '${cluster.clusterName}'`;
    problems.add(object, `no service provides ${manifest.kind} (${group})${where}`, mend);
  } else if (provider !== unit && !unit.waitsFor.includes(provider)) {
    const what = `${manifest.kind} is provided by '${provider.node.path}', which '${unit.node.path}' does not depend on`;
    problems.add(object, what, 'Add it to dependsOn');
  }
}
