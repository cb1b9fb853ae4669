import { oneOf, suggest } from '../../constructs/values/names.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

/**
 * Registries whose owners see to it that an image is by whom its name says: GitHub's, where clubs build theirs, Docker
 * Hub, and those by which the projects that the platform runs publish.
 */
const registries = [
  ...['docker.io', 'gcr.io', 'ghcr.io', 'mcr.microsoft.com'],
  ...['public.ecr.aws', 'quay.io', 'registry.k8s.io', 'xpkg.upbound.io'],
];

export const imageRegistry: PodRule = {
  id: 'image-registry',
  title: 'Images come from registries that the platform trusts',
  why: 'Whoever owns the registry owns what runs: a name with a slip, like ghcr.oi, may well be owned by somebody.',
  fix: `Publish the image on ${oneOf(registries)}`,
  lists: ['kubescape/C-0078'],
  kinds: 'workloads',
  check: eachContainer(({ image }) => {
    const registry = registryOf(`${image ?? ''}`);
    if (registries.includes(registry)) return undefined;
    const near = suggest(registry, registries);
    const others = `Publish the image on ${oneOf(registries)}`;
    return {
      what: `has its image from ${registry}`,
      fix: near ? `Did you mean ${near}? ${others}` : others,
    };
  }),
  good: deployment({}),
  bad: deployment({}).replace('ghcr.io/', 'registry.example.com:5000/'),
};

/** The first part of a name, if it looks like a host; else it is one of Docker Hub. */
function registryOf(image: string): string {
  const [first = '', second] = image.split('/');
  return second !== undefined && (/[.:]/.test(first) || first === 'localhost')
    ? first.toLowerCase()
    : 'docker.io';
}
