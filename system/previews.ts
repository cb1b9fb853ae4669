import { type Platform, Previews } from '#constructs';
import { argocd } from './argocd.js';
import { contour } from './contour.js';
import { dns } from './dns.js';
import { vaultConfig } from './vault-config.js';
import { sandbox } from './virtual-clusters.js';

/** Tries out pull requests of apps that say `preview`, each in a namespace and under a host of its own. */
export const previews = (platform: Platform) =>
  new Previews(platform, 'previews', { dependsOn: [argocd, sandbox, contour, dns, vaultConfig] });
