import { tools } from './tools.js';

/** Has the programs built before any test runs: in a test the minutes that this takes would be a timeout. */
export default function build(): void {
  tools();
}
