import type { PodRule } from '../engine/rule.js';
import { text } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';

const label = 'app.kubernetes.io/instance';

export const instanceLabel: PodRule = {
  id: 'instance-label',
  title: 'A label that names the instance names the object that it is on',
  why: 'Tools group what belongs together by it: a label copied from another app makes them show the wrong one.',
  fix: 'Write the name of the object there, or leave the label out',
  lists: ['polaris/metadataAndInstanceMismatched'],
  kinds: 'workloads',
  check: ({ manifest }) => {
    const name = text(manifest, 'metadata', 'name');
    const instance = text(manifest, 'metadata', 'labels', label);
    return instance === '' || instance === name
      ? []
      : [`its label ${label} is '${instance}', its name '${name}'`];
  },
  good: deployment({ metadata: `labels: { ${label}: chess }` }),
  bad: deployment({ metadata: `labels: { ${label}: draughts }` }),
};
