import type { IConstruct } from 'constructs';
import type { Platform } from '../constructs/platform/platform.js';
import { fault } from '../constructs/refusals/fault.js';
import { suggest } from '../constructs/values/names.js';

/** The keys under which objects and chart values name a storage class. */
const keys = new Set(['storageClass', 'storageClassName']);

/** The storage classes that are named anywhere in `data`. `-` and the empty string mean none, in charts. */
export function storageClassesIn(data: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof data !== 'object' || data === null) return found;
  for (const [key, value] of Object.entries(data)) {
    if (keys.has(key) && typeof value === 'string' && value !== '' && value !== '-') found.add(value);
    else storageClassesIn(value, found);
  }
  return found;
}

/** A claim on a class that does not exist stays pending for ever: reports each one. Virtual clusters see the host's classes. */
export function checkStorageClasses(
  { problems, components }: Platform,
  known: ReadonlySet<string>,
  used: readonly { readonly by: IConstruct; readonly storageClass: string }[],
): void {
  if (components.isIncomplete) return;
  for (const { by, storageClass } of used) {
    if (known.has(storageClass)) continue;
    const names = [...known].sort();
    problems.add(
      by,
      fault(
        'storage-class-unknown',
        { name: storageClass, known: names },
        { near: suggest(storageClass, names) },
      ),
    );
  }
}
