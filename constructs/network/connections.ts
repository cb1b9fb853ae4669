import type { Isolation } from './isolation.js';
import type { Listener } from './listener.js';

/** Something that others may be allowed to call. */
export interface Connectable {
  /** Who may talk to it, and to whom it may talk. */
  readonly connections: Connections;
}

/** Who may talk to whom. Nobody may but those who are allowed here. */
export class Connections {
  constructor(
    private readonly isolation: Isolation,
    /** Where it is called; undefined if it listens on no port. */
    readonly listener: Listener | undefined,
  ) {}

  /** Lets the ingress controller call it. */
  admitIngress(): void {
    if (this.listener) this.isolation.admitIngressController(this.listener.port);
  }

  /** Lets this call `other`, on its port or another. Throws if it has none. */
  allowTo(other: Connectable, port = other.connections.listener?.port): void {
    if (port === undefined) throw new Error('nothing can be called that listens on no port: give the port');
    this.isolation.allowTo(other.connections.isolation, port);
  }

  /** Lets `other` call this. */
  allowFrom(other: Connectable, port = this.listener?.port): void {
    other.connections.allowTo({ connections: this }, port);
  }
}
