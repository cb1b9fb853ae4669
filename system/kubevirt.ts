import { ApiObject } from 'cdk8s';
import { type Platform, SystemService } from '#constructs';
import { KubeVirt } from '../imports/kubevirt-kubevirt.io.js';

// KubeVirt 1.1 is the release for Kubernetes 1.28.
const kubevirtRelease =
  'https://github.com/kubevirt/kubevirt/releases/download/v1.1.1/kubevirt-operator.yaml';
const cdiRelease =
  'https://github.com/kubevirt/containerized-data-importer/releases/download/v1.58.5/cdi-operator.yaml';

/** Neither goes away, and takes all machines or disks with it, while one is left. */
const uninstallStrategy = 'BlockUninstallIfWorkloadsExist';

/** Virtual machines as pods. The workers must have `/dev/kvm`. */
export const kubevirt = (platform: Platform) => {
  const service = new SystemService(platform, 'kubevirt', {
    podSecurity: { privileged: 'virt-handler gives pods the devices and the network of virtual machines' },
    release: { resources: [kubevirtRelease], bringsNamespace: true },
    provides: ['kubevirt.io'],
    admits: [{ from: 'anyone', ports: [8443, 8444] }], // its API and its webhooks
    syncOptions: ['ServerSideApply=true'], // the CRD is larger than an annotation may be
  });
  new KubeVirt(service, 'kubevirt', {
    metadata: { name: 'kubevirt' },
    spec: { imagePullPolicy: 'IfNotPresent', uninstallStrategy },
  });
  return service;
};

/** Fills volumes with the images that virtual machines boot from. */
export const cdi = (platform: Platform) => {
  const service = new SystemService(platform, 'cdi', {
    release: { resources: [cdiRelease], bringsNamespace: true },
    provides: ['cdi.kubevirt.io'],
    admits: [{ from: 'anyone', ports: [8443] }], // its API, its webhooks and uploads
    syncOptions: ['ServerSideApply=true'],
  });
  // Not a typed construct: its types are 300 kB, for these few lines.
  const nodeSelector = { 'kubernetes.io/os': 'linux' };
  new ApiObject(service, 'cdi', {
    apiVersion: 'cdi.kubevirt.io/v1beta1',
    kind: 'CDI',
    metadata: { name: 'cdi' },
    spec: {
      imagePullPolicy: 'IfNotPresent',
      uninstallStrategy,
      config: { featureGates: ['HonorWaitForFirstConsumer'] },
      infra: { nodeSelector },
      workload: { nodeSelector },
    },
  });
  return service;
};
