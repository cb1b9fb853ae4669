import { hostNamespace } from '../../constructs/kube/host-namespace.js';
import { hostName } from '../../constructs/kube/vcluster-names.js';
import { host, type Inventory, type Item } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import { at, type Fields, fields, list, text } from '../engine/untyped.js';
import { isVirtual, placeOf } from '../facts/location.js';

/** A Secret, whatever makes it. */
export interface KnownSecret {
  /** Its keys; undefined if the files do not show them. */
  readonly keys?: ReadonlySet<string>;
  /** The SecretProviderClass that makes it, if a pod mounts that class. */
  readonly byClass?: string;
}

interface Made {
  readonly name: string;
  readonly keys?: readonly string[];
  readonly byClass?: string;
  /** Its namespace. @default - that of the object which makes it */
  readonly namespace?: string;
}

const tls = ['tls.crt', 'tls.key', 'ca.crt'];
const keysOf = (...maps: readonly unknown[]): string[] => maps.flatMap((map) => Object.keys(fields(map)));
const issuerAnnotation = /^cert-manager\.io\/(cluster-)?issuer$/;

const externalSecret = (spec: Fields, name: string): Made => ({
  name: text(spec, 'target', 'name') || name,
  ...(!at(spec, 'dataFrom') &&
    !at(spec, 'target', 'template') && { keys: list(spec, 'data').map((each) => text(each, 'secretKey')) }),
});

/** The Secrets that come from an object of a kind. */
const makers: Readonly<Record<string, (manifest: Item['manifest'], spec: Fields) => readonly Made[]>> = {
  Secret: (manifest) => [
    { name: manifest.metadata.name, keys: keysOf(manifest['data'], manifest['stringData']) },
  ],
  Certificate: (_, spec) => [
    { name: text(spec, 'secretName'), ...(!at(spec, 'keystores') && { keys: tls }) },
  ],
  VaultSecret: (_, spec) => [
    {
      name: text(spec, 'output', 'name'),
      ...(at(spec, 'output', 'stringData') !== undefined && {
        keys: keysOf(at(spec, 'output', 'stringData')),
      }),
    },
  ],
  SecretProviderClass: ({ metadata }, spec) =>
    list(spec, 'secretObjects').map((each) => ({
      byClass: metadata.name,
      name: text(each, 'secretName'),
      keys: list(each, 'data').map((one) => text(one, 'key')),
    })),
  ExternalSecret: ({ metadata }, spec) => [externalSecret(spec, metadata.name)],
  SealedSecret: ({ metadata }, spec) => [
    {
      name: text(spec, 'template', 'metadata', 'name') || metadata.name,
      keys: keysOf(at(spec, 'encryptedData'), at(spec, 'template', 'data')),
    },
  ],
  Ingress: ({ metadata }, spec) =>
    Object.keys(fields(metadata, 'annotations')).some((key) => issuerAnnotation.test(key))
      ? list(spec, 'tls').map((each) => ({ name: text(each, 'secretName'), keys: tls }))
      : [],
};

/** The Secrets that Crossplane or an ACME issuer writes, as an object asks for. */
function written(spec: Fields): Made[] {
  const connection = fields(spec, 'writeConnectionSecretToRef');
  const account = text(spec, 'acme', 'privateKeySecretRef', 'name');
  return [
    ...(text(connection, 'name')
      ? [{ name: text(connection, 'name'), namespace: text(connection, 'namespace') || undefined }]
      : []),
    ...(account ? [{ name: account, keys: ['tls.key'] }] : []),
  ];
}

/** All Secrets, by place and name. */
const secrets = once((inventory: Inventory) => {
  const known = new Map<string, Map<string, KnownSecret>>();
  for (const item of inventory.items) {
    const spec = fields(item.manifest, 'spec');
    for (const made of [...(makers[item.manifest.kind]?.(item.manifest, spec) ?? []), ...written(spec)]) {
      if (!made.name) continue;
      const place = placeOf({ cluster: item.cluster, namespace: made.namespace ?? item.namespace });
      const there = known.get(place) ?? new Map<string, KnownSecret>();
      there.set(made.name, { keys: made.keys && new Set(made.keys), byClass: made.byClass });
      known.set(place, there);
    }
  }
  return known;
});

/** The Secret of this name for pods of a namespace: in the namespace, or on the host by its translated name. */
export function findSecret(
  inventory: Inventory,
  { cluster, namespace }: Pick<Item, 'cluster' | 'namespace'>,
  name: string,
): KnownSecret | undefined {
  const known = secrets(inventory);
  const here = known.get(placeOf({ cluster, namespace }))?.get(name);
  if (here || !isVirtual(cluster)) return here;
  const there = known.get(placeOf({ cluster: host, namespace: hostNamespace(cluster) }));
  const translated = hostName(name, namespace, cluster);
  return there?.get(translated);
}

/** The names of all Secrets that pods of a namespace can use. */
export function secretNames(
  inventory: Inventory,
  { cluster, namespace }: Pick<Item, 'cluster' | 'namespace'>,
): string[] {
  const known = secrets(inventory);
  const here = [...(known.get(placeOf({ cluster, namespace }))?.keys() ?? [])];
  if (!isVirtual(cluster)) return here;
  const tail = `-x-${namespace}-x-${cluster}`;
  const there = [...(known.get(placeOf({ cluster: host, namespace: hostNamespace(cluster) }))?.keys() ?? [])];
  return [...here, ...there.filter((name) => name.endsWith(tail)).map((name) => name.slice(0, -tail.length))];
}
