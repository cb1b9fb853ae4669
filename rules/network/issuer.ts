import { fill, type Text } from '../../constructs/refusals/text.js';
import type { Inventory, Item } from '../engine/inventory.js';
import { unknownName } from '../engine/near.js';
import type { Fault, ObjectRule } from '../engine/rule.js';
import { text } from '../engine/untyped.js';
import { lender, runsIn } from '../facts/location.js';
import { hasUnseen, showsAll } from '../facts/opaque.js';

const isOfOtherKind: Text = {
  en: 'It is of kind <other>: name it as one',
  fr: 'Il est de type <other> : nommez-le ainsi',
};

function fault(item: Item, inventory: Inventory, kind: string, name: string): Fault[] {
  if (!name) return [];
  const isShared = kind === 'ClusterIssuer';
  const place = isShared ? lender(item) : runsIn(item);
  if (inventory.find(place, kind, name) || !showsAll(inventory, kind)) return [];
  if (!isShared && hasUnseen(inventory, place)) return [];
  const other = isShared ? 'Issuer' : 'ClusterIssuer';
  const isOther = inventory.find(isShared ? runsIn(item) : lender(item), other, name);
  const what = { en: `${kind} '${name}' does not exist`, fr: `${kind} « ${name} » n’existe pas` };
  if (isOther) return [{ what, fix: fill(isOfOtherKind, { other }) }];
  return [unknownName(what, name, inventory.names(place, kind), issuer.fix)];
}

const example = (name: string) => `apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: { name: letsencrypt-prod }
spec: { selfSigned: {} }
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: chess }
spec: { secretName: chess-tls, dnsNames: [chess.etsmtl.ca], issuerRef: { kind: ClusterIssuer, name: ${name} } }`;

export const issuer: ObjectRule = {
  id: 'issuer',
  title: { en: 'The issuer of a certificate exists', fr: 'L’émetteur d’un certificat existe' },
  why: {
    en: 'The site gets no certificate: cert-manager waits indefinitely for an issuer that does not exist.',
    fr: 'Le site n’a pas de certificat : cert-manager attend indéfiniment un émetteur qui n’existe pas.',
  },
  fix: {
    en: 'Name a ClusterIssuer of the host cluster, letsencrypt-prod or letsencrypt-staging',
    fr: 'Nommez un ClusterIssuer du cluster hôte, letsencrypt-prod ou letsencrypt-staging',
  },
  kinds: ['Ingress', 'Certificate', 'Gateway'],
  check: (item, inventory) => {
    const { manifest } = item;
    const {
      group = 'cert-manager.io',
      kind = 'Issuer',
      name = '',
    } = {
      group: text(manifest, 'spec', 'issuerRef', 'group') || undefined,
      kind: text(manifest, 'spec', 'issuerRef', 'kind') || undefined,
      name: text(manifest, 'spec', 'issuerRef', 'name') || undefined,
    };
    const annotation = (key: string) => text(manifest, 'metadata', 'annotations', `cert-manager.io/${key}`);
    return [
      ...(manifest.kind === 'Certificate' && group === 'cert-manager.io'
        ? fault(item, inventory, kind, name)
        : []),
      ...fault(item, inventory, 'ClusterIssuer', annotation('cluster-issuer')),
      ...fault(item, inventory, 'Issuer', annotation('issuer')),
    ];
  },
  good: example('letsencrypt-prod'),
  bad: example('letsencrypt-prd'),
  finds: ["ClusterIssuer 'letsencrypt-prd' does not exist"],
};
