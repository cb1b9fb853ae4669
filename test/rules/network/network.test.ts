import { describe, expect, it } from 'vitest';
import { application } from '../../../rules/examples/example-application.js';
import { deployment } from '../../../rules/examples/examples.js';
import { networkPolicyPeers } from '../../../rules/network/network-policy-peers.js';
import { networkPolicyTarget } from '../../../rules/network/network-policy-target.js';
import { podIsolated } from '../../../rules/network/pod-isolated.js';
import { found } from '../findings.js';

const policy = (spec: string, file = '') =>
  `${file && `# ${file}\n`}apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: chess }\nspec: ${spec}`;
const both = 'policyTypes: [Ingress, Egress]';
const listening = deployment({ container: 'ports: [{ name: http, containerPort: 8080 }]' });

describe('a pod', () => {
  it.each([
    [`{ podSelector: {}, ${both} }`, []],
    [`{ podSelector: null, ${both} }`, []],
    ['{ podSelector: {} }', ['Egress']],
    ['{ podSelector: {}, egress: [{}] }', []],
    ['{ podSelector: {}, policyTypes: [Egress] }', ['Ingress']],
    [`{ podSelector: { matchLabels: { app: go } }, ${both} }`, ['Ingress and Egress']],
  ])('under %s lacks %j', (spec, lacks) => {
    const faults = found(podIsolated, deployment({}), policy(spec));
    expect(faults.map((each) => each.split(': ')[0])).toEqual(
      lacks.map((each) => `no NetworkPolicy restricts its ${each}`),
    );
  });

  it('of the platform needs no policy for what it sends', () => {
    const files = [application('host/chess', 'chess', 'platform'), `# host/chess/a.yaml\n${deployment({})}`];
    expect(found(podIsolated, ...files)).toHaveLength(1);
    expect(found(podIsolated, ...files, policy('{ podSelector: {} }', 'host/chess/b.yaml'))).toEqual([]);
  });

  it('in the network of its node is beyond all policies', () => {
    expect(found(podIsolated, deployment({ pod: 'hostNetwork: true' }))).toEqual([]);
  });
});

describe('a policy of the host for a virtual cluster', () => {
  const files = [
    application('prod/chess', 'chess-prod'),
    application('host/chess-prod', 'vcluster-prod', 'host-parts'),
    `# prod/chess/a.yaml\n${listening.replace('labels: { app: chess }', 'labels: { app: chess, app.kubernetes.io/name: web }')}`,
  ];
  const labels = (name: string, namespace = 'chess-prod', cluster = 'prod') =>
    `{ matchLabels: { app.kubernetes.io/name: ${name}, vcluster.loft.sh/managed-by: ${cluster}, vcluster.loft.sh/namespace: ${namespace} } }`;
  const on = (spec: string) => policy(spec, 'host/chess-prod/b.yaml');

  it.each([
    ['its pods', labels('web'), 0],
    ['another name', labels('wed'), 1],
    ['another namespace', labels('web', 'chess'), 1],
    ['another cluster', labels('web', 'chess-prod', 'staging'), 1],
    [
      'a label that is not kept',
      '{ matchLabels: { app: chess, vcluster.loft.sh/managed-by: prod, vcluster.loft.sh/namespace: chess-prod } }',
      1,
    ],
    ['all of a cluster', '{ matchLabels: { vcluster.loft.sh/managed-by: prod } }', 0],
    [
      'its DNS',
      '{ matchLabels: { vcluster.loft.sh/managed-by: prod, vcluster.loft.sh/namespace: kube-system } }',
      0,
    ],
    ['what proves a host', '{ matchLabels: { acme.cert-manager.io/http01-solver: "true" } }', 0],
  ])('selects %s', (_, selector, times) => {
    const policies = on(`{ podSelector: ${selector}, ${both} }`);
    expect(found(networkPolicyTarget, ...files, policies)).toHaveLength(times);
    expect(
      found(networkPolicyPeers, ...files, on(`{ ingress: [{ from: [{ podSelector: ${selector} }] }] }`)),
    ).toHaveLength(times);
  });

  it.each(['{}', labels('web')])('of %s may allow the ports of its pods alone', (selector) => {
    const allows = (port: number) =>
      on(`{ podSelector: ${selector}, ingress: [{ ports: [{ port: ${port} }] }] }`);
    expect(found(networkPolicyPeers, ...files, allows(8080))).toEqual([]);
    expect(found(networkPolicyPeers, ...files, allows(8081))).toHaveLength(1);
  });

  it('does nothing inside of it', () => {
    expect(
      found(networkPolicyTarget, ...files, policy('{ podSelector: {} }', 'prod/chess/b.yaml'))[0],
    ).toContain(`it is in a virtual cluster, where no pod runs`);
  });
});

describe('what a policy allows', () => {
  const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: chess }';
  const named = (name: string) =>
    `{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${name} } } }`;
  const peer = (way: string, each: string, port = 8080) =>
    policy(`{ ${way}: [{ ${way === 'egress' ? 'to' : 'from'}: [${each}], ports: [{ port: ${port} }] }] }`);
  it.each([
    ['ingress', named('chess'), 8080, []],
    ['ingress', named('kube-system'), 8080, []],
    ['ingress', named('ches'), 8080, ["namespace 'ches' does not exist: Did you mean chess?"]],
    ['egress', '{ ipBlock: { cidr: 0.0.0.0/0 } }', 443, []],
    ['egress', '{ namespaceSelector: {} }', 443, []],
    ['egress', '{ podSelector: {} }', 443, []],
    ['egress', '{ podSelector: { matchLabels: { app: chess } } }', 8080, []],
    [
      'egress',
      '{ podSelector: { matchLabels: { app: chess } } }',
      443,
      [
        "it allows port '443', on which none of the pods listens: Allow the port of the container. There is http",
      ],
    ],
    [
      'egress',
      '{ podSelector: { matchLabels: { app: go } } }',
      443,
      [expect.stringContaining('it allows the labels app=go, which no pod has')],
    ],
    [
      'egress',
      '{ podSelector: { matchLabels: { app: go } }, namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } } }',
      443,
      [],
    ],
  ])('%s %s %i', (way, each, port, faults) => {
    expect(found(networkPolicyPeers, namespace, listening, peer(way, each, port))).toEqual(faults);
  });

  it('may be a range of ports, or one by its name', () => {
    const ports = (each: string) =>
      policy(`{ podSelector: { matchLabels: { app: chess } }, ingress: [{ ports: [${each}] }] }`);
    expect(found(networkPolicyPeers, listening, ports('{ port: 8000, endPort: 9000 }'))).toEqual([]);
    expect(found(networkPolicyPeers, listening, ports('{ port: http }'))).toEqual([]);
    expect(found(networkPolicyPeers, listening, ports('{ port: htpp }'))).toHaveLength(1);
  });
});
