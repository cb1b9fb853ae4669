import { describe, expect, it } from 'vitest';
import { emitted, waveOf } from './emitted.js';

describe('The virtual machines', () => {
  const { spec } = emitted('host/virtual-machines/VirtualMachine.ubuntu-vm.yaml');
  const { domain, networks, volumes } = spec.template.spec;
  const names = (list: { name: string }[]) => list.map(({ name }) => name).sort();

  it('find each disk in a volume and each interface in a network', () => {
    expect(names(domain.devices.disks)).toEqual(names(volumes));
    expect(names(domain.devices.interfaces)).toEqual(names(networks));
    for (const { persistentVolumeClaim } of volumes) {
      const path = `host/virtual-machines/PersistentVolumeClaim.${persistentVolumeClaim.claimName}.yaml`;
      expect(emitted(path).metadata.annotations['argocd.argoproj.io/sync-options']).toContain('Prune=false');
    }
  });

  it('stay as people left them, started or not', () => {
    const application = emitted('argocd/Application.host-virtual-machines.yaml');
    expect(spec.running).toBe(false);
    expect(application.spec.ignoreDifferences[0].jsonPointers).toEqual(['/spec/running']);
    expect(application.spec.syncPolicy.syncOptions).toContain('RespectIgnoreDifferences=true');
  });

  it('have an image of the release that its claim is named after', () => {
    const { metadata } = emitted('host/virtual-machines/PersistentVolumeClaim.iso-ubuntu-22-04.yaml');
    expect(metadata.annotations['cdi.kubevirt.io/storage.import.endpoint']).toMatch(
      /^https:.*22\.04\.3.*\.iso$/,
    );
  });

  it('come after KubeVirt and CDI, which are healthy only once deployed', () => {
    for (const unit of ['kubevirt', 'cdi', 'mayastor'])
      expect(waveOf('host-virtual-machines')).toBeGreaterThan(waveOf(`host-${unit}`));
    const { cm } = emitted('argocd/Application.host-argocd.yaml').spec.sources[0].helm.valuesObject.configs;
    for (const kind of ['kubevirt.io_KubeVirt', 'cdi.kubevirt.io_CDI'])
      expect(cm[`resource.customizations.health.${kind}`]).toContain('Deployed');
  });
});
