import { type Member, type Platform, Sandboxes } from '#constructs';
import { argocd } from './argocd.js';
import { chart } from './charts.js';
import { mayastor } from './mayastor.js';
import { kubernetesImage } from './settings.js';

/** Who has a sandbox: one line a member, `{ user: 'github-login', email: 'the address they sign in with' }`. */
const members: readonly Member[] = [];

/** A private virtual cluster for each of these members, to break without breaking anything else. */
export const sandboxes = (platform: Platform) =>
  new Sandboxes(platform, 'sandboxes', {
    members,
    chart: chart('vcluster'),
    image: kubernetesImage,
    dependsOn: [argocd, mayastor],
  });
