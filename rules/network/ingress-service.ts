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
  title: {
    en: 'An Ingress or route leads to a Service and a port that exist',
    fr: 'Un Ingress ou une route mène à un Service et un port qui existent',
  },
  why: {
    en: 'Kubernetes accepts an Ingress for a Service that does not exist, and its site answers 503 to everybody.',
    fr: 'Kubernetes accepte un Ingress pour un Service qui n’existe pas, et son site répond 503 à tout le monde.',
  },
  fix: {
    en: 'Name a Service of the same namespace, and one of its ports',
    fr: 'Nommez un Service du même namespace, et un de ses ports',
  },
  lists: ['kube-score/ingress-targets-service', 'kube-linter/dangling-ingress'],
  kinds: ['Ingress', 'HTTPRoute', 'GRPCRoute'],
  check: (item, inventory) =>
    backendsOf(item)
      .filter(({ name }) => name !== '')
      .flatMap((backend) => backendFault(item, backend, inventory)),
  good: example('chess'),
  bad: example('ches'),
  finds: ["Service 'ches' does not exist"],
};
