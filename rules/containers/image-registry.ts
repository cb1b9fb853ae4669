import { didYouMean, fill, joined } from '../../constructs/refusals/text.js';
import { suggest } from '../../constructs/values/names.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

/**
 * Registries whose owners make sure that an image comes from whom its name says: GitHub's, where clubs publish theirs,
 * Docker Hub, and those where the projects that the platform runs publish.
 */
const registries = [
  ...['docker.io', 'gcr.io', 'ghcr.io', 'mcr.microsoft.com'],
  ...['public.ecr.aws', 'quay.io', 'registry.k8s.io', 'xpkg.upbound.io'],
];

const publish = fill(
  { en: 'Publish the image on <registries>', fr: 'Publiez l’image sur <registries>' },
  { registries },
);

export const imageRegistry: PodRule = {
  id: 'image-registry',
  title: {
    en: 'Images come from registries that the platform trusts',
    fr: 'Les images viennent de registres auxquels la plateforme fait confiance',
  },
  why: {
    en: 'Whoever owns the registry decides what runs, and somebody may own a misspelled name like ghcr.oi.',
    fr: 'Le propriétaire du registre décide de ce qui tourne, et quelqu’un peut posséder un nom mal écrit comme ghcr.oi.',
  },
  fix: publish,
  lists: ['kubescape/C-0078'],
  kinds: 'workloads',
  check: eachContainer(({ image }) => {
    const registry = registryOf(`${image ?? ''}`);
    if (registries.includes(registry)) return undefined;
    const near = suggest(registry, registries);
    return {
      what: { en: `has an image from ${registry}`, fr: `a une image de ${registry}` },
      fix: near ? joined(didYouMean(near), publish) : publish,
    };
  }),
  good: deployment({}),
  bad: deployment({}).replace('ghcr.io/', 'registry.example.com:5000/'),
  finds: ["container 'chess' has an image from registry.example.com:5000"],
};

/** The first part of the name of an image if it looks like a host; otherwise Docker Hub. */
function registryOf(image: string): string {
  const [first = '', second] = image.split('/');
  return second !== undefined && (/[.:]/.test(first) || first === 'localhost')
    ? first.toLowerCase()
    : 'docker.io';
}
