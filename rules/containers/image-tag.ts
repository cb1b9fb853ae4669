import { imageFault } from '../../constructs/values/image.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { eachContainer } from '../facts/containers.js';

export const imageTag: PodRule = {
  id: 'image-tag',
  title: 'Every image is named with a tag that is not latest, or a digest',
  why: 'Without one, two pods of the same site may run different programs, and nobody can go back to what worked.',
  fix: "Pin a version, like 'ghcr.io/clubcedille/site:1.2.3', or a digest",
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
    return image ? undefined : 'has no image';
  }),
  good: deployment({}),
  bad: deployment({}).replace(':1.4.2', ':latest'),
};
