import { type Platform, SystemService } from '#constructs';

// 6.3 is the newest that is tested on Kubernetes 1.28.
const definitions =
  'https://raw.githubusercontent.com/kubernetes-csi/external-snapshotter/v6.3.4/client/config/crd';

/**
 * The kinds by which volumes are snapshotted. Their controller runs in Mayastor's own pod, where no value turns it
 * off; a second one would work against it.
 */
export const volumeSnapshots = (platform: Platform) =>
  new SystemService(platform, 'volume-snapshots', {
    namespace: 'kube-system', // of Kubernetes itself, and nothing lands in it
    podSecurity: 'other',
    release: {
      resources: ['volumesnapshotclasses', 'volumesnapshotcontents', 'volumesnapshots'].map(
        (plural) => `${definitions}/snapshot.storage.k8s.io_${plural}.yaml`,
      ),
    },
    provides: ['snapshot.storage.k8s.io'],
  });
