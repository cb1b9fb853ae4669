import type { Owner } from '../../constructs/app/owner.js';
import { nearestLabel } from '../../constructs/values/names.js';
import { identifier } from './text.js';

/** The club that people call so, by its name or its key, if there is one. */
export function clubCalled(
  name: string,
  clubs: Readonly<Record<string, Owner>>,
): { readonly key: string; readonly owner: Owner } | undefined {
  const wanted = nearestLabel(name);
  for (const [key, owner] of Object.entries(clubs))
    if (wanted !== '' && (wanted === key || wanted === nearestLabel(owner.club))) return { key, owner };
  return undefined;
}

/** A key for a new club. */
export function clubKey(name: string, clubs: Readonly<Record<string, Owner>>): string {
  const key = identifier(nearestLabel(name));
  return key in clubs ? `${key}Club` : key;
}
