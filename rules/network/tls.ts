import type { Inventory, Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import type { Fault } from '../engine/rule.js';
import { at, fields, list, text, texts } from '../engine/untyped.js';
import { placeOf } from '../facts/location.js';

/** The annotations by which cert-manager makes a certificate for an Ingress. */
export const issuers = ['cert-manager.io/cluster-issuer', 'cert-manager.io/issuer'];

/** The annotation by which Contour sends visitors from HTTP to HTTPS. */
export const redirect = 'ingress.kubernetes.io/force-ssl-redirect';

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

/** The Secrets that Certificates of their own become, as `cluster/namespace/secret`. */
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

/** The hosts of an Ingress for which it asks for no certificate. */
export function hostFaults({ manifest }: Item): Fault[] {
  const tls = list(manifest, 'spec', 'tls');
  const hosts = list(manifest, 'spec', 'rules').flatMap((rule): Fault[] => {
    const host = text(rule, 'host');
    if (!host) return ['a rule names no host, so no certificate can be for it'];
    const isCovered = tls.some((each) => texts(each, 'hosts').some((one) => covers(one, host)));
    return isCovered ? [] : [`host '${host}' is not under tls`];
  });
  const nameless = tls.filter((each) => !text(each, 'secretName'));
  return [
    ...hosts,
    ...nameless.map((each) => `tls of ${texts(each, 'hosts').join(', ')} names no secretName`),
  ];
}

/** That nothing says who issues its certificates, or says it where nobody looks. */
export function issuerFaults(item: Item, inventory: Inventory): Fault[] {
  const { manifest } = item;
  const tls = list(manifest, 'spec', 'tls');
  const isMade = tls.every((each) =>
    certificates(inventory).has(`${placeOf(item)}/${text(each, 'secretName')}`),
  );
  const isSaid = issuers.some((key) => text(manifest, 'metadata', 'annotations', key));
  if (isSaid || (isMade && tls.length > 0)) return [];
  const astray = misplaced.find((path) => issuers.some((key) => at(manifest, ...path, key) !== undefined));
  if (!astray)
    return [
      {
        what: 'nothing says who issues its certificate',
        fix: `Annotate it with ${issuers[0]}: letsencrypt-prod`,
      },
    ];
  return [
    {
      what: `the annotation of its issuer is at ${astray.join('.') || 'the top'}`,
      fix: 'Move it into metadata.annotations of the Ingress',
    },
  ];
}

/** That it serves what it should only redirect. */
export function redirectFaults({ manifest }: Item): Fault[] {
  const given = fields(manifest, 'metadata', 'annotations')[redirect];
  if (String(given) === 'true') return [];
  return [
    {
      what: `it does not send visitors to HTTPS: ${redirect} is '${given ?? ''}'`,
      fix: `Annotate it with ${redirect}: "true"`,
    },
  ];
}
