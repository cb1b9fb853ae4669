import { type Platform, placeholder, SystemService } from '#constructs';
import { BgpAdvertisement } from '../imports/bgpadvertisement-metallb.io.js';
import { BgpPeer } from '../imports/bgppeer-metallb.io.js';
import { IpAddressPool } from '../imports/ipaddresspool-metallb.io.js';
import { chart } from './charts.js';

/**
 * The network beside the cluster, in ranges kept for documentation and private use (RFC 5737, RFC 6996). The router has
 * to know the workers as its neighbours.
 */
const network = {
  pool: placeholder(
    'the addresses that Services of type LoadBalancer get, which nothing else in the network uses',
    '198.51.100.128/26',
  ),
  router: placeholder('the address of the router, and its AS number', { address: '192.0.2.1', asn: 64512 }),
  workerAsn: placeholder('the AS number of the workers', 64513),
};

/** Gives Services of type LoadBalancer an address, and tells the router by BGP that it is reached through the workers. */
export const metallb = (platform: Platform) => {
  const service = new SystemService(platform, 'metallb', {
    namespace: 'metallb-system',
    podSecurity: { privileged: 'its speakers work in the network of their node' },
    charts: [{ chart: chart('metallb'), values }],
    provides: ['metallb.io'],
    admits: [{ from: 'anyone', ports: [9443] }], // its webhooks
    // MetalLB itself writes the certificate of its conversion webhook into the CRD.
    syncOptions: ['RespectIgnoreDifferences=true'],
    ignoreDifferences: [
      {
        group: 'apiextensions.k8s.io',
        kind: 'CustomResourceDefinition',
        name: 'bgppeers.metallb.io',
        jsonPointers: ['/spec/conversion/webhook/clientConfig/caBundle'],
      },
    ],
  });
  const pool = new IpAddressPool(service, 'pool', {
    metadata: { name: 'public' },
    spec: { addresses: [network.pool] },
  });
  const peer = new BgpPeer(service, 'router', {
    metadata: { name: 'router' },
    spec: {
      myAsn: network.workerAsn,
      peerAsn: network.router.asn,
      peerAddress: network.router.address,
    },
  });
  new BgpAdvertisement(service, 'advertisement', {
    metadata: { name: 'public' },
    spec: { ipAddressPools: [pool.name], peers: [peer.name] },
  });
  return service;
};

const resources = { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } };

/** The values that differ from the chart's own. */
const values = {
  controller: { resources },
  speaker: {
    resources,
    tolerateMaster: false, // control planes take no traffic of users, so the router need not know them
    frr: { enabled: false }, // MetalLB's own BGP does for IPv4 without BFD, and needs no SYS_ADMIN
  },
};
