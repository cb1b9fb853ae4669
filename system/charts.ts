import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { type ChartPin, oneOf, suggest } from '#constructs';

const file = new URL('Chart.yaml', import.meta.url);
const pins = load(readFileSync(file, 'utf8')) as { readonly dependencies: readonly ChartPin[] };

/** Every chart that `system/Chart.yaml` pins. */
export const charts = pins.dependencies;

/** The chart `name` as `system/Chart.yaml` pins it. Throws if it is not there or has no version. */
export function chart(name: string, pinned: readonly ChartPin[] = charts): ChartPin {
  const pin = pinned.find((candidate) => candidate.name === name);
  if (!pin) {
    const near = suggest(
      name,
      pinned.map((candidate) => candidate.name),
    );
    const known = near
      ? `did you mean ${near}?`
      : `it pins ${oneOf(pinned.map((candidate) => candidate.name))}`;
    throw new Error(`system/Chart.yaml pins no chart '${name}', ${known}`);
  }
  if (!/^v?\d+\.\d+\.\d+$/.test(pin.version ?? '')) {
    throw new Error(`system/Chart.yaml gives chart '${name}' no exact version, but '${pin.version}'`);
  }
  return pin;
}
