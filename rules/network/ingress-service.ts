import type { ObjectRule } from '../engine/rule.js';
import { backendFault, backendsOf } from './backends.js';

const example = (name: string) => `apiVersion: v1
kind: Service
metadata: { name: chess }
spec: { selector: { app: chess }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: chess }
spec:
  rules:
    - host: chess.etsmtl.ca
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: ${name}, port: { name: http } } } }] }`;

export const ingressService: ObjectRule = {
  id: 'ingress-service',
  title: 'What is public leads to a Service and a port that exist',
  why: 'An Ingress that names a Service wrongly is accepted, and its site answers 503 to everybody.',
  fix: 'Name a Service of the same namespace, and one of its ports',
  lists: ['kube-score/ingress-targets-service', 'kube-linter/dangling-ingress'],
  kinds: ['Ingress', 'HTTPRoute', 'GRPCRoute'],
  check: (item, inventory) =>
    backendsOf(item)
      .filter(({ name }) => name !== '')
      .flatMap((backend) => backendFault(item, backend, inventory)),
  good: example('chess'),
  bad: example('ches'),
};
