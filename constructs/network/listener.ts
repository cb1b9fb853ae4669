/** A port on which a program listens: what its container, Service, route and network policy have in common. */
export interface Listener {
  /** The name of the Service that leads to it. */
  readonly name: string;
  /** The number of the port, of the pods and of the Service. */
  readonly port: number;
  /** What the port is called: `http`, `postgres`. */
  readonly portName: string;
}
