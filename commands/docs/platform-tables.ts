import type { Platform } from '../../constructs/platform/platform.js';
import type { Unit } from '../../constructs/platform/unit.js';
import { sourceOf } from '../../constructs/problems/source.js';
import { SystemService } from '../../constructs/service/system-service.js';
import type { RenderedUnit } from '../../synth/rendered.js';
import { table } from './table.js';

/** The system services, in the order in which they come up, then by name. */
const servicesOf = (units: readonly RenderedUnit[]) =>
  units
    .filter(({ unit }) => SystemService.isSystemService(unit))
    .sort((a, b) => a.wave - b.wave || (a.unit.folder < b.unit.folder ? -1 : 1));

/** Chart or release, and its version. */
function installs(unit: Unit): [string, string][] {
  const charts = unit.charts.map(({ chart }): [string, string] => [`chart \`${chart.name}\``, chart.version]);
  const releases = (unit.release?.resources ?? []).map((address): [string, string] => {
    const { pathname } = new URL(address);
    const [, version = ''] = /\/(?:release-)?(v?\d+\.\d+\.\d+)\//.exec(pathname) ?? [];
    return [`[release](${address})`, version];
  });
  return [...charts, ...releases];
}

const dependenciesOf = (unit: Unit) =>
  unit.waitsFor
    .map(({ folder }) => folder)
    .sort()
    .join(', ');

/** Every system service: what it installs, where, when, and after what. */
export const servicesTable = (units: readonly RenderedUnit[]): string =>
  table(
    ['wave', 'service', 'installs', 'version', 'namespace', 'after'],
    servicesOf(units).map(({ unit, wave }) => {
      const parts = installs(unit);
      const file = sourceOf(unit)?.replace(/:\d+$/, '');
      return [
        wave,
        file ? `[${unit.folder}](../${file})` : unit.folder,
        parts.map(([what]) => what).join('<br>') || 'its own objects',
        parts.map(([, version]) => version).join('<br>'),
        `\`${unit.destinationNamespace}\``,
        dependenciesOf(unit),
      ];
    }),
  );

/** The services that are switched off, with what they would install. */
export const offTable = (platform: Platform): string =>
  table(
    ['service', 'would install', 'version'],
    platform.node
      .findAll()
      .filter(SystemService.isSystemService)
      .filter(({ enabled }) => !enabled)
      .sort((a, b) => (a.folder < b.folder ? -1 : 1))
      .map((unit) => {
        const parts = installs(unit);
        const file = sourceOf(unit)?.replace(/:\d+$/, '');
        return [
          `[${unit.folder}](../${file})`,
          parts.map(([what]) => what).join('<br>'),
          parts.map(([, v]) => v).join('<br>'),
        ];
      }),
  );

/** Every namespace in which pods may do more than Pod Security `baseline` allows, and why. */
export const privilegedTable = (units: readonly RenderedUnit[]): string =>
  table(
    ['namespace', 'because'],
    units
      .flatMap(({ unit }) => (SystemService.isSystemService(unit) && unit.privilegedBecause ? [unit] : []))
      .map((unit) => [`\`${unit.destinationNamespace}\``, unit.privilegedBecause ?? '']),
  );

/** What people provide by hand: Secrets, or values in Vault. */
export const inputsTable = (units: readonly RenderedUnit[], place: 'Secret' | 'Vault'): string =>
  table(
    [place === 'Secret' ? 'Secret' : 'path in Vault', 'key', 'what it is', 'for'],
    units
      .flatMap(({ unit }) =>
        unit.inputs.filter((input) => input.place === place).map((input) => ({ ...input, unit })),
      )
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .flatMap(({ at, keys, unit }) =>
        Object.entries(keys).map(([key, what], index) => [
          index === 0 ? `\`${at}\`` : '',
          `\`${key}\``,
          what,
          unit.folder,
        ]),
      ),
  );

/** Which services come up in which wave. */
export function wavesList(units: readonly RenderedUnit[]): string {
  const waves = new Map<number, string[]>();
  for (const { unit, wave } of servicesOf(units)) waves.set(wave, [...(waves.get(wave) ?? []), unit.folder]);
  return [...waves].map(([wave, names]) => `- wave ${wave}: ${names.join(', ')}`).join('\n');
}
