import type { ObjectRule } from '../engine/rule.js';
import { hostFaults, issuerFaults, issuers, redirect, redirectFaults } from './tls.js';

const example = (annotations: string) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: chess
  ${annotations}
spec:
  ingressClassName: contour
  tls: [{ hosts: [chess.etsmtl.ca], secretName: chess-tls }]
  rules: [{ host: chess.etsmtl.ca }]`;

export const ingressTls: ObjectRule = {
  id: 'ingress-tls',
  title: 'Every public host has a certificate and sends its visitors to HTTPS',
  why: 'Without a certificate browsers warn of the site, and without the redirect passwords travel in the clear.',
  fix: "Give the app's host as host: then its Ingress has tls for it, an issuer and the redirect",
  lists: ['polaris/tlsSettingsMissing'],
  kinds: ['Ingress'],
  check: (item, inventory) => [
    ...hostFaults(item),
    ...issuerFaults(item, inventory),
    ...redirectFaults(item),
  ],
  good: example(`annotations: { ${issuers[0]}: letsencrypt-prod, ${redirect}: "true" }`),
  bad: example(`${issuers[0]}: letsencrypt-prod\n  annotations: { ${redirect}: "true" }`),
};
