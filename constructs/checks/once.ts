import type { Inventory } from './inventory.js';

/** Works something out once for an inventory, when it is first asked for: a rule may not look at all for each. */
export function once<T>(make: (inventory: Inventory) => T): (inventory: Inventory) => T {
  const made = new WeakMap<Inventory, { readonly value: T }>();
  return (inventory) => {
    let found = made.get(inventory);
    if (!found) {
      found = { value: make(inventory) };
      made.set(inventory, found);
    }
    return found.value;
  };
}
