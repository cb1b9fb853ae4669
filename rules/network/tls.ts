import { fill, type Text } from '../../constructs/refusals/text.js';
import type { Inventory, Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import type { Fault } from '../engine/rule.js';
import { at, fields, list, text, texts } from '../engine/untyped.js';
import { placeOf } from '../facts/location.js';

/** The annotations that make cert-manager issue a certificate for an Ingress. */
export const issuers = ['cert-manager.io/cluster-issuer', 'cert-manager.io/issuer'];

/** The annotation that makes Contour redirect from HTTP to HTTPS. */
export const redirect = 'ingress.kubernetes.io/force-ssl-redirect';

/** Paths where an annotation is put by mistake instead of metadata.annotations. */
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

/** The Secrets of all Certificates, as `cluster/namespace/secret`. */
const certificates = once(
  (inventory: Inventory): ReadonlySet<string> =>
    new Set(
      inventory
        .ofKind('Certificate')
        .map((item) => `${placeOf(item)}/${text(item.manifest, 'spec', 'secretName')}`),
    ),
);

const covers = (pattern: string, host: string): boolean =>
  pattern === host || (pattern.startsWith('*.') && host.slice(host.indexOf('.')) === pattern.slice(1));

const noHost: Text = {
  en: 'a rule has no host, so it cannot have a certificate',
  fr: 'une règle n’a pas de domaine : elle ne peut pas avoir de certificat',
};
const noSecret: Text = { en: 'tls of <hosts> has no secretName', fr: 'tls de <hosts> n’a pas de secretName' };

/** The hosts of an Ingress for which it requests no certificate. */
export function hostFaults({ manifest }: Item): Fault[] {
  const tls = list(manifest, 'spec', 'tls');
  const hosts = list(manifest, 'spec', 'rules').flatMap((rule): Fault[] => {
    const host = text(rule, 'host');
    if (!host) return [noHost];
    const isCovered = tls.some((each) => texts(each, 'hosts').some((one) => covers(one, host)));
    return isCovered
      ? []
      : [{ en: `host '${host}' is not in tls`, fr: `le domaine « ${host} » n’est pas dans tls` }];
  });
  const nameless = tls.filter((each) => !text(each, 'secretName'));
  return [...hosts, ...nameless.map((each) => fill(noSecret, { hosts: texts(each, 'hosts').join(', ') }))];
}

/** The fault if an Ingress names no issuer, or names it outside of metadata.annotations. */
export function issuerFaults(item: Item, inventory: Inventory): Fault[] {
  const { manifest } = item;
  const tls = list(manifest, 'spec', 'tls');
  const isMade = tls.every((each) =>
    certificates(inventory).has(`${placeOf(item)}/${text(each, 'secretName')}`),
  );
  const isSaid = issuers.some((key) => text(manifest, 'metadata', 'annotations', key));
  if (isSaid || (isMade && tls.length > 0)) return [];
  const path = misplaced.find((each) => issuers.some((key) => at(manifest, ...each, key) !== undefined));
  if (!path)
    return [
      {
        what: {
          en: 'its certificate has no issuer',
          fr: 'son certificat n’a pas d’émetteur',
        },
        fix: {
          en: `Add the annotation ${issuers[0]}: letsencrypt-prod`,
          fr: `Ajoutez l’annotation ${issuers[0]}: letsencrypt-prod`,
        },
      },
    ];
  return [
    {
      what: {
        en: `the annotation of its issuer is in ${path.join('.') || 'the root of the object'}`,
        fr: `l’annotation de son émetteur est dans ${path.join('.') || 'la racine de l’objet'}`,
      },
      fix: {
        en: 'Move it into metadata.annotations of the Ingress',
        fr: 'Déplacez-la dans metadata.annotations de l’Ingress',
      },
    },
  ];
}

/** The fault if an Ingress does not redirect from HTTP to HTTPS. */
export function redirectFaults({ manifest }: Item): Fault[] {
  const given = fields(manifest, 'metadata', 'annotations')[redirect];
  if (String(given) === 'true') return [];
  return [
    {
      what: {
        en: `it does not redirect to HTTPS: ${redirect} is '${given ?? ''}'`,
        fr: `il ne redirige pas vers HTTPS : ${redirect} est « ${given ?? ''} »`,
      },
      fix: {
        en: `Add the annotation ${redirect}: "true"`,
        fr: `Ajoutez l’annotation ${redirect}: "true"`,
      },
    },
  ];
}
