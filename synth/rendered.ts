import type { Unit } from '../constructs/platform/unit.js';
import type { PassedCache } from '../rules/engine/passed-cache.js';
import type { Rule } from '../rules/engine/rule.js';
import type { Exempted } from '../rules/engine/run.js';
import type { Shard } from './shard.js';

/** Files of a unit, by name. */
export type UnitFiles = ReadonlyMap<string, string>;

/** A unit, its wave, and its files. */
export interface RenderedUnit {
  readonly unit: Unit;
  readonly wave: number;
  readonly files: UnitFiles;
}

/** Everything that a synth writes. */
export interface Rendered {
  /** Content by path below `dist/`. */
  readonly files: ReadonlyMap<string, string>;
  /** The units, in the order of their paths. */
  readonly units: readonly RenderedUnit[];
  /** How many files the units hold. */
  readonly resources: number;
  /** What breaks a rule, and says why. */
  readonly exemptions: readonly Exempted[];
}

/** The parts of a render that take time, in order. */
export type Phase = 'resolve' | 'print' | 'check';

/** How to render. */
export interface RenderOptions {
  /** The rules that everything deployed has to fulfil. @default - all */
  readonly rules?: readonly Rule[];
  /** Today, `2027-06-30`: exemptions that ended before are told. @default - none is taken to have ended */
  readonly today?: string;
  /** The project's folder: what would disappear of its files is told. @default - files are not looked at */
  readonly root?: string;
  /** The part of the platform that is checked, printed and returned. @default - everything */
  readonly shard?: Shard;
  /** Objects that passed in earlier runs. @default - none */
  readonly passed?: PassedCache;
  /** Is told when a phase begins: for measurements. */
  readonly began?: (phase: Phase) => void;
  /** Is told what is being done: for a line of progress. */
  readonly progress?: (doing: string) => void;
}
