/** The paths of a chart's own values: leaves, `.*` for an open map, `[]` for a list. */
export function paths(values: object, prefix = ''): string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const path = `${prefix}${key.replaceAll('.', '\\.')}`;
    if (Array.isArray(value)) return [`${path}[]`];
    if (typeof value !== 'object' || value === null) return [path];
    return Object.keys(value).length === 0 ? [`${path}.*`] : paths(value, `${path}.`);
  });
}

/** Whether a chart reads what `emitted` (a path made by `paths`) sets. */
export function reads(known: ReadonlySet<string>, emitted: string): boolean {
  const bare = emitted.replace(/(\.\*|\[\])$/, '');
  if (known.has(bare) || known.has(`${bare}[]`) || known.has(`${bare}.*`)) return true;
  const parts = bare.split(/(?<!\\)\./);
  return parts.some((_, index) => {
    const above = parts.slice(0, index).join('.');
    return known.has(`${above}.*`) || known.has(above);
  });
}
