import { groupOf, type Manifest } from '../../../constructs/kube/manifest.js';
import { isBuiltInGroup, isClusterScoped } from '../../../constructs/kube/scope.js';
import { type Api, Refused } from './api.js';
import { definitions, kindOf } from './crds.js';
import { type DistUnit, type FileObject, namespacesUpstream } from './dist.js';
import { holds, until } from './wait.js';

/** What became of one object. */
export interface Applied extends FileObject {
  readonly unit: DistUnit;
  readonly warnings: readonly string[];
  /** What the server said, if it refused. */
  readonly refusal?: string;
}

/** What became of all. */
export interface Outcome {
  readonly applied: readonly Applied[];
  /** Namespaces that no file of ours makes, but an upstream release that a unit takes in. */
  readonly fromUpstream: readonly string[];
}

/**
 * Makes the kinds known that the units' objects are of, each on the cluster where it is needed. Gives those, as
 * `group/Kind`, whose CRD is not to be had: a double takes them with any field.
 */
export async function installCrds(
  units: readonly DistUnit[],
  apis: ReadonlyMap<string, Api>,
): Promise<readonly string[]> {
  const known = definitions();
  const doubled = new Set<string>();
  for (const [cluster, api] of apis) {
    const objects = units.filter((unit) => unit.cluster === cluster).flatMap((unit) => unit.objects);
    const custom = objects
      .map(({ manifest }) => manifest)
      .filter((manifest) => !isBuiltInGroup(groupOf(manifest)));
    const needed = new Map<string, Manifest>();
    for (const manifest of custom) {
      const kind = kindOf(manifest);
      if (!known.has(kind)) doubled.add(kind);
      needed.set(kind, known.get(kind) ?? needed.get(kind) ?? definitionDouble(manifest));
    }
    for (const definition of needed.values()) await api.apply(definition);
    for (const { metadata } of needed.values()) await established(api, metadata.name);
  }
  return [...doubled].sort();
}

function definitionDouble(manifest: Manifest): Manifest {
  const { kind, apiVersion } = manifest;
  const group = groupOf(manifest);
  const names = { kind, plural: `${kind.toLowerCase()}s` };
  const schema = { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } };
  const version = {
    name: apiVersion.split('/')[1],
    served: true,
    storage: true,
    subresources: { status: {} },
    schema,
  };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${names.plural}.${group}` },
    spec: {
      group,
      names,
      scope: isClusterScoped(group, kind) ? 'Cluster' : 'Namespaced',
      versions: [version],
    },
  };
}

/** Waits until the API server serves what a CRD defines. */
export async function established(api: Api, name: string): Promise<void> {
  await until(`the CRD ${name} is established`, async () => {
    const { status } = await api.get(`/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}`);
    const conditions: { type: string; status: string; message: string }[] = status?.conditions ?? [];
    const wrong = conditions.find(({ status }) => status !== 'True');
    return holds(!wrong && conditions.length > 0, wrong?.message ?? 'not yet looked at');
  });
}

/** Applies what the units consist of, in their order, each to its cluster; goes on after a refusal. */
export async function applyUnits(
  units: readonly DistUnit[],
  apis: ReadonlyMap<string, Api>,
): Promise<Outcome> {
  const applied: Applied[] = [];
  const fromUpstream: string[] = [];
  for (const unit of units) {
    const api = apis.get(unit.cluster);
    if (!api)
      throw new Error(`${unit.name} is for cluster ${unit.cluster}, which is not among ${[...apis.keys()]}`);
    for (const namespace of namespacesUpstream(unit)) {
      await api.apply(namespace);
      fromUpstream.push(`${namespace.metadata.name} (${unit.name})`);
    }
    for (const object of unit.objects)
      applied.push({ ...object, unit, ...(await applyOne(api, unit, object)) });
  }
  return { applied, fromUpstream };
}

async function applyOne(api: Api, unit: DistUnit, { manifest }: FileObject) {
  try {
    const warnings = await api.apply(manifest, unit.namespace);
    if (manifest.kind === 'Namespace') await settled(api, manifest.metadata.name);
    return { warnings };
  } catch (error) {
    if (error instanceof Refused) return { warnings: [], refusal: error.message };
    throw error;
  }
}

/** A namespace only takes pods once it has its service account; that is a moment later. */
export const settled = (api: Api, namespace: string) =>
  until(`namespace ${namespace} has its service account`, async () =>
    holds(
      (await api.find(`/api/v1/namespaces/${namespace}/serviceaccounts/default`)) !== undefined,
      'not yet',
    ),
  );

/** One line for each refusal: our file's name and the server's own words. */
export const refusals = (applied: readonly Applied[]): string[] =>
  applied.flatMap(({ file, refusal }) => (refusal ? `${file}: ${refusal}` : []));
