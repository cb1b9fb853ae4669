import { setTimeout as sleep } from 'node:timers/promises';

/** What a condition says while it does not hold: why not. */
export type Unmet = string;

/** A reason to wait no longer: what is waited for cannot come any more. */
export class Hopeless extends Error {}

/**
 * Asks again and again until `condition` gives a value other than an `Unmet` reason. The deadline is generous, because
 * it only decides when a hopeless wait ends; its error says what was not reached and the last reason why.
 */
export async function until<T>(
  what: string,
  condition: () => Promise<{ met: T } | Unmet>,
  seconds = 300,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    let why: Unmet;
    try {
      const answer = await condition();
      if (typeof answer !== 'string') return answer.met;
      why = answer;
    } catch (error) {
      if (error instanceof Hopeless) throw error;
      why = (error as Error).message;
    }
    if (Date.now() > deadline) throw new Error(`not reached in ${seconds} s: ${what}: ${why}`);
    await sleep(250);
  }
}

/** A condition that holds or does not. */
export const holds = (is: boolean, otherwise: Unmet): { met: true } | Unmet =>
  is ? { met: true } : otherwise;
