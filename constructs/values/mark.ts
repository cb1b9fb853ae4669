import type { IConstruct } from 'constructs';

/** Tells constructs of one class apart. Not `instanceof`: cdk8s makes that true of every Chart. */
export class Mark<T extends IConstruct> {
  private readonly marked = new WeakSet<IConstruct>();

  /** Marks a construct; called from the constructor of the class. */
  put(on: T): void {
    this.marked.add(on);
  }

  /** Whether `construct` is of the class. */
  readonly isOn = (construct: object): construct is T => this.marked.has(construct as IConstruct);
}
