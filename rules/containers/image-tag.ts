import { imageFault } from '../../constructs/values/image.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

export const imageTag: PodRule = {
  id: 'image-tag',
  title: {
    en: 'Every image has a digest, or a tag other than latest',
    fr: 'Chaque image a un digest, ou un tag autre que latest',
  },
  why: {
    en: 'Without a fixed version, two pods of the same site may run different programs, and it is not possible to go back to a version that worked.',
    fr: 'Sans version fixe, deux pods du même site peuvent exécuter des programmes différents, et on ne peut pas revenir à une version qui marchait.',
  },
  fix: {
    en: "Pin a version, like 'ghcr.io/clubcedille/site:1.2.3', or a digest",
    fr: "Fixez une version, comme 'ghcr.io/clubcedille/site:1.2.3', ou un digest",
  },
  lists: ['kube-score/container-image-tag', 'kube-linter/latest-tag', 'polaris/tagNotSpecified'],
  kinds: 'workloads',
  check: eachContainer(({ image }) => {
    const fault = image ? imageFault(`${image}`) : undefined;
    if (fault)
      return {
        what: {
          en: `has an image that is not pinned: ${fault.what.en}`,
          fr: `a une image sans version fixe : ${fault.what.fr}`,
        },
        fix: fault.fix,
      };
    return image ? undefined : { en: 'has no image', fr: 'n’a pas d’image' };
  }),
  good: deployment({}),
  bad: deployment({}).replace(':1.4.2', ':latest'),
  finds: [
    "container 'chess' has an image that is not pinned: image 'ghcr.io/chess/site:latest' floats on 'latest'",
  ],
};
