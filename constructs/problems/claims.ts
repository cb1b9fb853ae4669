import type { IConstruct } from 'constructs';
import { fault } from '../refusals/fault.js';
import type { Text } from '../refusals/text.js';
import type { Problems } from './problems.js';
import { sourceOf } from './source.js';

/** Names that only one construct may hold: files, folders, identities of objects, public hosts. */
export class Claims {
  private readonly holders = new Map<string, IConstruct>();

  constructor(
    private readonly problems: Problems,
    /** What is claimed, as messages call it. */
    private readonly what: Text,
  ) {}

  /**
   * Whether the name was free. A second claim is reported with both constructs' names. File systems of laptops
   * ignore case, so claims do.
   */
  claim(name: string, by: IConstruct): boolean {
    const key = name.toLowerCase();
    const holder = this.holders.get(key);
    if (!holder) {
      this.holders.set(key, by);
      return true;
    }
    const where = [sourceOf(holder), holder.node.path].filter(Boolean).join(' ');
    this.problems.add(by, fault('claim-taken', { what: this.what, name, holder: where }));
    return false;
  }

  /** All that is held, in order. */
  get names(): string[] {
    return [...this.holders.keys()].sort();
  }
}
