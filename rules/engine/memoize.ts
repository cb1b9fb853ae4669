import type { Inventory } from './inventory.js';

/** What is made of everything that is deployed, once for all objects that ask. */
export function once<T>(make: (inventory: Inventory) => T): (inventory: Inventory) => T {
  const made = new WeakMap<Inventory, { readonly value: T }>();
  return (inventory) => {
    const known = made.get(inventory) ?? { value: make(inventory) };
    made.set(inventory, known);
    return known.value;
  };
}
