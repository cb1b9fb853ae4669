import { describe, expect, it } from 'vitest';
import { application } from '../../../rules/examples/example-application.js';
import { deployment } from '../../../rules/examples/examples.js';
import { ingressClass } from '../../../rules/network/ingress-class.js';
import { ingressService } from '../../../rules/network/ingress-service.js';
import { ingressTls } from '../../../rules/network/ingress-tls.js';
import { monitorTarget } from '../../../rules/network/monitor-target.js';
import { servicePort } from '../../../rules/network/service-port.js';
import { serviceSelectsPods } from '../../../rules/network/service-selects-pods.js';
import { serviceType } from '../../../rules/network/service-type.js';
import { uniqueHost } from '../../../rules/network/unique-host.js';
import { found } from '../findings.js';

const service = (spec: string) => `apiVersion: v1\nkind: Service\nmetadata: { name: chess }\nspec: ${spec}`;
const listening = deployment({ container: 'ports: [{ name: http, containerPort: 8080 }]' });

describe('a Service', () => {
  it.each([
    ['{ ports: null }', 0],
    ['{ type: ExternalName, externalName: a.b, selector: { app: go } }', 0],
    ['{ selector: { app: chess, tier: web } }', 1],
  ])('%s selects nothing %i times', (spec, times) => {
    expect(found(serviceSelectsPods, service(spec), listening)).toHaveLength(times);
  });

  it.each([
    ['{ port: 80, targetPort: 8080 }', 0],
    ['{ port: 8080 }', 0],
    ['{ port: 80 }', 1],
    ['{ port: 80, targetPort: "8080" }', 1],
  ])('with port %s leads nowhere %i times', (port, times) => {
    expect(
      found(servicePort, service(`{ selector: { app: chess }, ports: [${port}] }`), listening),
    ).toHaveLength(times);
  });

  it.each([
    ['club-chess', 1],
    ['platform', 0],
  ])('of project %s may be a load balancer: %i faults', (project, times) => {
    const file = `# host/chess/Service.chess.yaml\n${service('{ type: LoadBalancer }')}`;
    expect(found(serviceType, application('host/chess', 'chess', project), file)).toHaveLength(times);
  });

  it('has no addresses outside', () => {
    expect(found(serviceType, service('{ externalIPs: [203.0.113.1] }'))).toHaveLength(1);
  });
});

const ingress = (spec: string, annotations = '{}') =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: chess, annotations: ${annotations} }\nspec: ${spec}`;
const route = (spec: string, name = 'chess') =>
  `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: ${name} }\nspec: ${spec}`;

describe('a backend', () => {
  const there = service('{ ports: [{ name: http, port: 80 }] }');
  it.each([
    [ingress('{ defaultBackend: { service: { name: chess, port: { number: 80 } } } }'), 0],
    [ingress('{ defaultBackend: { service: { name: chess, port: { number: 8080 } } } }'), 1],
    [ingress('{ defaultBackend: { service: { name: chess, port: { name: https } } } }'), 1],
    [ingress('{ defaultBackend: { resource: { kind: Bucket, name: a } } }'), 0],
    [route('{ rules: [{ backendRefs: [{ name: chess, port: 80 }] }] }'), 0],
    [route('{ rules: [{ backendRefs: [{ name: chess, port: 81 }] }] }'), 1],
    [route('{ rules: [{ backendRefs: [{ name: go, port: 80 }] }] }'), 1],
    [route('{ rules: [{ backendRefs: [{ name: chess, namespace: go, port: 80 }] }] }'), 1],
  ])('of %s has %i faults', (yaml, times) => {
    expect(found(ingressService, there, yaml)).toHaveLength(times);
  });
});

describe('a class', () => {
  it('is named, and not by the old annotation', () => {
    expect(found(ingressClass, ingress('{}', '{ kubernetes.io/ingress.class: contour }'))).toHaveLength(1);
  });
});

describe('TLS', () => {
  const issuer = 'cert-manager.io/cluster-issuer: letsencrypt-prod';
  const redirect = 'ingress.kubernetes.io/force-ssl-redirect: "true"';
  const rules = 'rules: [{ host: chess.club.ca }]';
  const whole = `{ tls: [{ hosts: [chess.club.ca], secretName: a }], ${rules} }`;
  const both = `{ ${issuer}, ${redirect} }`;

  it.each([
    ['is whole', ingress(whole, both), []],
    [
      'is for all hosts below',
      ingress(`{ tls: [{ hosts: ["*.club.ca"], secretName: a }], ${rules} }`, both),
      [],
    ],
    [
      'is for another host',
      ingress(`{ tls: [{ hosts: ["*.chess.club.ca"], secretName: a }], ${rules} }`, both),
      ["host 'chess.club.ca' is not in tls"],
    ],
    ['is missing', ingress(`{ ${rules} }`, both), ["host 'chess.club.ca' is not in tls"]],
    [
      'has no Secret',
      ingress(`{ tls: [{ hosts: [chess.club.ca] }], ${rules} }`, both),
      ['tls of chess.club.ca has no secretName'],
    ],
    [
      'is for no host',
      ingress('{ rules: [{ http: {} }] }', both),
      ['a rule has no host, so it cannot have a certificate'],
    ],
    ['has no issuer', ingress(whole, `{ ${redirect} }`), ['its certificate has no issuer']],
    [
      'has its issuer too high',
      `${ingress(whole, `{ ${redirect} }`)}\nannotations: { ${issuer} }`,
      ['the annotation of its issuer is in annotations'],
    ],
    [
      'has its issuer at the top',
      `${ingress(whole, `{ ${redirect} }`)}\n${issuer}`,
      ['the annotation of its issuer is in the root of the object'],
    ],
    [
      'has its issuer too low',
      ingress(whole, `{ annotations: { ${issuer} }, ${redirect} }`),
      ['the annotation of its issuer is in metadata.annotations.annotations'],
    ],
    [
      'has its issuer among the labels',
      ingress(whole, `{ ${redirect} }`).replace('name: chess', `name: chess, labels: { ${issuer} }`),
      ['the annotation of its issuer is in metadata.labels'],
    ],
    [
      'has its issuer in the spec',
      ingress(whole.replace('{ tls', `{ annotations: { ${issuer} }, tls`), `{ ${redirect} }`),
      ['the annotation of its issuer is in spec.annotations'],
    ],
    [
      'does not redirect',
      ingress(whole, `{ ${issuer} }`),
      ["it does not redirect to HTTPS: ingress.kubernetes.io/force-ssl-redirect is ''"],
    ],
  ])('%s', (_, yaml, faults) => {
    const told = found(ingressTls, yaml);
    expect(told).toHaveLength(faults.length);
    for (const [i, fault] of faults.entries()) expect(told[i]).toContain(`${fault}: `);
  });

  it('may come of a Certificate of its own', () => {
    const certificate =
      'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: { name: a }\nspec: { secretName: a }';
    expect(found(ingressTls, ingress(whole, `{ ${redirect} }`), certificate)).toEqual([]);
  });
});

describe('a host', () => {
  const serving = (host: string, path: string) =>
    ingress(`{ rules: [{ host: ${host}, http: { paths: [{ path: ${path} }] } }] }`);
  it.each([
    ['two Ingresses', serving('a.ca', '/'), serving('A.ca', '/'), 1],
    ['paths that differ by a slash', serving('a.ca', '/b'), serving('a.ca', '/b/'), 1],
    ['other paths', serving('a.ca', '/b'), serving('a.ca', '/c'), 0],
    ['an Ingress and a route', serving('a.ca', '/'), route('{ hostnames: [a.ca], rules: [{}] }'), 1],
    [
      'routes of one path',
      route('{ hostnames: [a.ca], rules: [{ matches: [{ path: { value: /b } }] }] }', 'go'),
      serving('a.ca', '/b'),
      1,
    ],
    [
      'routes by a header',
      route('{ hostnames: [a.ca], rules: [{ matches: [{ headers: [{ name: a }] }] }] }', 'go'),
      serving('a.ca', '/'),
      0,
    ],
  ])('of %s', (_, one, other, times) => {
    expect(found(uniqueHost, one, other)).toHaveLength(times);
  });

  it('is unique on all clusters together', () => {
    const one = `# prod/chess/a.yaml\n${serving('a.ca', '/')}`;
    const other = `# staging/chess/a.yaml\n${serving('a.ca', '/')}`;
    const apps = [application('prod/chess', 'chess-prod'), application('staging/chess', 'chess-staging')];
    expect(found(uniqueHost, ...apps, one, other)).toEqual([
      "'a.ca/' is also served by Ingress 'chess' in prod/chess/a.yaml: Give one of the two another host",
    ]);
  });
});

describe('a monitor', () => {
  const labelled = service('{ ports: [{ name: metrics, port: 9090 }] }').replace(
    'name: chess',
    'name: chess, labels: { app: chess }',
  );
  const monitor = (kind: string, spec: string) =>
    `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata: { name: a }\nspec: ${spec}`;
  it.each([
    ['ServiceMonitor', '{ selector: { matchLabels: { app: chess } }, endpoints: [{ port: metrics }] }', 0],
    ['ServiceMonitor', '{ selector: { matchLabels: { app: chess } }, endpoints: [{ targetPort: 9090 }] }', 0],
    ['ServiceMonitor', '{ selector: { matchLabels: { app: go } } }', 1],
    ['ServiceMonitor', '{ namespaceSelector: { any: true }, selector: { matchLabels: { app: go } } }', 0],
    [
      'ServiceMonitor',
      '{ namespaceSelector: { matchNames: [go] }, selector: { matchLabels: { app: chess } } }',
      1,
    ],
    ['PodMonitor', '{ selector: { matchLabels: { app: chess } }, podMetricsEndpoints: [{ port: http }] }', 0],
    [
      'PodMonitor',
      '{ selector: { matchLabels: { app: chess } }, podMetricsEndpoints: [{ port: metrics }] }',
      1,
    ],
    ['Probe', '{}', 1],
    ['Probe', '{ targets: { staticConfig: { static: [https://a.ca] } } }', 0],
  ])('%s %s has %i faults', (kind, spec, times) => {
    expect(found(monitorTarget, labelled, listening, monitor(kind, spec))).toHaveLength(times);
  });
});
