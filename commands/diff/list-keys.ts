// By hand, because by what items of a list are known is Kubernetes' own, and in no library.

/** A YAML value. */
export type Value = unknown;
export type Values = Readonly<Record<string, Value>>;

/** Whether it is a map, and neither a list nor a scalar. */
export const isMap = (value: Value): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// By the name of the list: the fields that make an item the same one, as Kubernetes merges it; below these, lists that
// Kubernetes replaces as a whole, but whose items people know by name.
const keysOf: Readonly<Record<string, readonly (readonly string[])[]>> = {
  containers: [['name']],
  initContainers: [['name']],
  env: [['name']],
  volumes: [['name']],
  volumeMounts: [['mountPath']],
  volumeDevices: [['devicePath']],
  ports: [
    ['containerPort', 'protocol'],
    ['port', 'protocol'],
  ],
  imagePullSecrets: [['name']],
  hostAliases: [['ip']],
  topologySpreadConstraints: [['topologyKey', 'whenUnsatisfiable']],

  volumeClaimTemplates: [['metadata.name']],
  rules: [['host']],
  paths: [['path', 'pathType']],
  tls: [['secretName']],
  subjects: [['kind', 'namespace', 'name']],
  destinations: [['server', 'name', 'namespace']],
  sources: [['repoURL', 'chart', 'path']],
};

const fieldOf = (item: Value, path: string): Value =>
  path.split('.').reduce((inner: Value, key) => (isMap(inner) ? inner[key] : undefined), item);

/** What an item is known by in its list: `{ name: 'web' }`. A field that it does not have is null. */
export type ItemKey = Readonly<Record<string, Value>>;

/**
 * By what items of these two lists are the same, or undefined if nothing tells them apart. Lists without known keys go
 * by `name`, if all items have one.
 */
export function listKey(
  list: string,
  before: readonly Value[],
  after: readonly Value[],
): ((item: Value) => ItemKey) | undefined {
  const candidates = [...(keysOf[list] ?? []), ['name']];
  for (const fields of candidates) {
    const key = (item: Value): ItemKey =>
      Object.fromEntries(fields.map((field) => [field, fieldOf(item, field) ?? null]));
    if (tellsApart(before, fields, key) && tellsApart(after, fields, key)) return key;
  }
  return undefined;
}

function tellsApart(
  items: readonly Value[],
  fields: readonly string[],
  key: (item: Value) => ItemKey,
): boolean {
  // Of two fields the second may be left out, as a port's protocol; of three, all but one.
  const needed = fields.length > 2 ? fields : fields.slice(0, 1);
  const known = items.every((item) => needed.some((field) => isScalar(fieldOf(item, field))));
  return known && new Set(items.map((item) => JSON.stringify(key(item)))).size === items.length;
}

const isScalar = (value: Value): boolean =>
  value !== undefined && (value === null || typeof value !== 'object');
