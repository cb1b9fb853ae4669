import { expect, it } from 'vitest';
import { emitted } from './emitted.js';

it('MetalLB announces its pool to the router it peers with, once its webhooks answer', () => {
  const advertisement = emitted('host/metallb/BGPAdvertisement.public.yaml');
  const pool = emitted('host/metallb/IPAddressPool.public.yaml');
  const peer = emitted('host/metallb/BGPPeer.router.yaml');
  expect(advertisement.spec.ipAddressPools).toEqual([pool.metadata.name]);
  expect(advertisement.spec.peers).toEqual([peer.metadata.name]);
  expect(peer.spec.myASN).not.toBe(peer.spec.peerASN);
  // MetalLB's own BGP, which the chart is told to use, knows none of these.
  for (const feature of ['bfdProfile', 'vrf', 'dynamicASN', 'password'])
    expect(peer.spec).not.toHaveProperty(feature);
  expect(emitted('host/metallb/NetworkPolicy.isolation.yaml').spec.ingress).toContainEqual({
    ports: [{ port: 9443, protocol: 'TCP' }],
  });
});
