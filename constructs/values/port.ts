import { type Fault, fault } from '../refusals/fault.js';

/** What is wrong with the number of a port; nothing if there is none. */
export const portFaults = (port: number | undefined, field: readonly string[]): Fault[] =>
  port === undefined || (Number.isInteger(port) && port >= 1 && port <= 65535)
    ? []
    : [fault('port-range', { port }, { field })];
