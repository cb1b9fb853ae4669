import { type Platform, VirtualCluster, type VirtualClusterProps } from '#constructs';
import { argocd } from './argocd.js';
import { certManager } from './cert-manager.js';
import { chart } from './charts.js';
import { contour } from './contour.js';
import { crossplaneConfig } from './crossplane-config.js';
import { mayastor } from './mayastor.js';
import { metricsServer } from './metrics-server.js';
import { kubernetesImage } from './settings.js';

/** What every virtual cluster has in common: the API of Kubernetes 1.28, and the services its apps rely on. */
const virtualCluster = (name: string, quota?: VirtualClusterProps['quota']) => (platform: Platform) =>
  new VirtualCluster(platform, name, {
    chart: chart('vcluster'),
    image: kubernetesImage,
    quota,
    dependsOn: [argocd, crossplaneConfig, mayastor, contour, certManager, metricsServer],
  });

/** Where the public uses what clubs run. */
export const prod = virtualCluster('prod');
/** Where clubs try a change first. */
export const staging = virtualCluster('staging');
/** Where members learn and pull requests are previewed. */
export const sandbox = virtualCluster('sandbox', {
  // A quarter of what two of the three workers have, so that what is tried out never crowds out what is used.
  'requests.cpu': '8',
  'requests.memory': '32Gi',
  'requests.storage': '100Gi',
  pods: '100',
  'services.loadbalancers': '0',
  'services.nodeports': '0',
});
