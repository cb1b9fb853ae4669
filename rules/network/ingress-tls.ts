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
  title: {
    en: 'Every public host has a certificate and redirects to HTTPS',
    fr: 'Chaque domaine public a un certificat et redirige vers HTTPS',
  },
  why: {
    en: 'Without a certificate browsers warn about the site, and without the redirect passwords are sent unencrypted.',
    fr: 'Sans certificat, les navigateurs avertissent du danger, et sans la redirection, les mots de passe passent en clair.',
  },
  fix: {
    en: 'Give the app its host: then its Ingress has tls, an issuer and the redirect',
    fr: 'Donnez host à l’application : son Ingress a alors tls, un émetteur et la redirection',
  },
  lists: ['polaris/tlsSettingsMissing'],
  kinds: ['Ingress'],
  check: (item, inventory) => [
    ...hostFaults(item),
    ...issuerFaults(item, inventory),
    ...redirectFaults(item),
  ],
  good: example(`annotations: { ${issuers[0]}: letsencrypt-prod, ${redirect}: "true" }`),
  bad: example(`${issuers[0]}: letsencrypt-prod\n  annotations: { ${redirect}: "true" }`),
  finds: ['the annotation of its issuer is in metadata'],
};
