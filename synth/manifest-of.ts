import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Manifest } from '../constructs/kube/manifest.js';
import type { Problems } from '../constructs/problems/problems.js';
import { fault } from '../constructs/refusals/fault.js';

/** The fields without which nothing is an object of Kubernetes. */
const needed = ['apiVersion', 'kind'] as const;

/** An object as plain data; reports one that cannot be made so. @param at what it is made for; itself, unless told */
export function manifestOf(
  object: ApiObject,
  problems: Problems,
  at: IConstruct = object,
): Manifest | undefined {
  try {
    const manifest = object.toJson() as Partial<Manifest>;
    const missing = needed.find((field) => typeof manifest[field] !== 'string' || manifest[field] === '');
    const lacks = missing ?? (manifest.metadata?.name ? undefined : 'metadata.name');
    if (lacks === undefined) return manifest as Manifest;
    problems.add(at, fault('object-incomplete', { field: lacks }, { field: [lacks] }));
  } catch (error) {
    problems.add(at, fault('object-unwritable', { message: (error as Error).message }));
  }
  return undefined;
}
