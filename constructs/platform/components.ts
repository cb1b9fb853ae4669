import type { IConstruct } from 'constructs';
import { loadFault } from '../problems/load-fault.js';
import type { Problems } from '../problems/problems.js';
import { ShapeError } from '../problems/shape.js';
import { sourceOfError } from '../problems/source.js';
import { fault } from '../refusals/fault.js';

/** A function that makes one construct on a platform. */
type Builder<Platform> = (platform: Platform) => IConstruct;

/** What the files of `system/` and `apps/` export, built on a platform; an error in one does not hide those in the others. */
export class Components<Platform> {
  private readonly built = new Map<Builder<Platform>, IConstruct>();
  private readonly wanted: { by: IConstruct; component: Builder<Platform> }[] = [];
  private failed = false;

  constructor(
    private readonly platform: Platform,
    private readonly problems: Problems,
  ) {}

  /** Whether something could not be built: then what others miss of it is no problem of theirs. */
  get isIncomplete(): boolean {
    return this.failed;
  }

  /** Builds one after the other. An error thrown by one is recorded under its name. */
  add(components: readonly Builder<Platform>[]): void {
    for (const component of components) this.build(component.name || 'an unnamed component', component);
  }

  /** Builds all that files export, in the order given. A file that cannot even be loaded is recorded. */
  async load(files: readonly Promise<Readonly<Record<string, Builder<Platform>>>>[]): Promise<void> {
    for (const file of await Promise.allSettled(files)) {
      if (file.status === 'rejected') this.fail('a file of main.ts', file.reason);
      // By the names of the exports: a bundle may have renamed the functions.
      else for (const [name, component] of Object.entries(file.value)) this.build(name, component);
    }
  }

  private build(name: string, component: Builder<Platform>): void {
    this.attempt(name, () => this.built.set(component, component(this.platform)));
  }

  /** Does what builds something. An error that it throws is recorded under this name. */
  attempt(name: string, build: () => void): void {
    try {
      build();
    } catch (error) {
      this.fail(name, error);
    }
  }

  /** Makes `by` wait for what `component` builds, now or later. */
  want(by: IConstruct, component: Builder<Platform>): void {
    this.wanted.push({ by, component });
  }

  /** Declares on the constructs all dependencies that were wanted; reports those that nothing was built for. */
  resolve(): void {
    for (const { by, component } of this.wanted.splice(0)) {
      const target = this.built.get(component);
      if (target) {
        by.node.addDependency(target);
      } else if (!this.failed) {
        this.problems.add(by, fault('dependency-missing', { name: component.name }));
      }
    }
  }

  private fail(path: string, error: unknown): void {
    this.failed = true;
    const cause = error instanceof Error ? error : new Error(String(error));
    const faults = cause instanceof ShapeError ? cause.faults : [loadFault(cause)];
    const source = sourceOfError(cause);
    for (const each of faults) this.problems.record({ ...each, source, path });
  }
}
