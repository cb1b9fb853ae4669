import { certificates } from '../certificates.js';
import { at, fields, list, text, texts } from '../loose.js';
import { placeOf } from '../places.js';
import type { Fault, ObjectRule } from '../rule.js';

const issuers = ['cert-manager.io/cluster-issuer', 'cert-manager.io/issuer'];
const redirect = 'ingress.kubernetes.io/force-ssl-redirect';

/** Where people put an annotation that belongs into metadata.annotations, one level too high or too low. */
const misplaced = [
  [],
  ['annotations'],
  ['metadata'],
  ['metadata', 'labels'],
  ['metadata', 'annotations', 'annotations'],
  ['spec'],
  ['spec', 'annotations'],
  ['spec', 'metadata', 'annotations'],
] as const;

const covers = (pattern: string, host: string): boolean =>
  pattern === host || (pattern.startsWith('*.') && host.slice(host.indexOf('.')) === pattern.slice(1));

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
  mend: "Give the app's host as host: then its Ingress has tls for it, an issuer and the redirect",
  lists: ['polaris/tlsSettingsMissing'],
  kinds: ['Ingress'],
  check: (item, inventory) => {
    const { manifest } = item;
    const annotations = fields(manifest, 'metadata', 'annotations');
    const tls = list(manifest, 'spec', 'tls');
    const faults: Fault[] = list(manifest, 'spec', 'rules').flatMap((rule) => {
      const host = text(rule, 'host');
      if (!host) return ['a rule names no host, so no certificate can be for it'];
      const isCovered = tls.some((each) => texts(each, 'hosts').some((one) => covers(one, host)));
      return isCovered ? [] : [`host '${host}' is not under tls`];
    });
    for (const each of tls)
      if (!text(each, 'secretName'))
        faults.push(`tls of ${texts(each, 'hosts').join(', ')} names no secretName`);
    const ready = certificates(inventory);
    const isMade = tls.every((each) => ready.has(`${placeOf(item)}/${text(each, 'secretName')}`));
    if (!issuers.some((key) => text(annotations, key)) && !(isMade && tls.length > 0)) {
      const astray = misplaced.find((path) =>
        issuers.some((key) => at(manifest, ...path, key) !== undefined),
      );
      faults.push(
        astray
          ? {
              what: `the annotation of its issuer is at ${[...astray, ''].join('.') || 'the top '}`.replace(
                /[. ]$/,
                '',
              ),
              mend: `Move it into metadata.annotations of the Ingress`,
            }
          : {
              what: 'nothing says who issues its certificate',
              mend: `Annotate it with ${issuers[0]}: letsencrypt-prod`,
            },
      );
    }
    if (String(annotations[redirect]) !== 'true')
      faults.push({
        what: `it does not send visitors to HTTPS: ${redirect} is '${annotations[redirect] ?? ''}'`,
        mend: `Annotate it with ${redirect}: "true"`,
      });
    return faults;
  },
  good: example(`annotations: { ${issuers[0]}: letsencrypt-prod, ${redirect}: "true" }`),
  bad: example(`${issuers[0]}: letsencrypt-prod\n  annotations: { ${redirect}: "true" }`),
};
