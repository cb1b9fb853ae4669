import { progress } from '../cli/terminal.js';
import type { Platform } from '../constructs/platform/platform.js';
import { SynthError } from '../constructs/problems/problems.js';
import type { Language } from '../constructs/refusals/text.js';
import { PassedCache } from '../rules/engine/passed-cache.js';
import type { Rule } from '../rules/engine/rule.js';
import { rules as allRules } from '../rules/index.js';
import type { Format } from '../rules/input/format.js';
import { removalFaults } from './removals.js';
import { render } from './render.js';
import type { Rendered } from './rendered.js';
import { outputFolder, report, reportClean, reportFailure } from './report.js';
import { othersFiles, shardOf } from './shard.js';
import { writeFolder } from './writer.js';

/** How to synth. */
export interface SynthOptions {
  /** The folder that is written. @default - the --output of the cdk8s command, or 'dist' */
  readonly outdir?: string;
  /** The part that is written: apps by name, `chess,platform`, or one of several, `2/4`. @default - PLATFORM_ONLY, or everything */
  readonly only?: string;
  /** The rules that everything deployed has to fulfil. @default - all */
  readonly rules?: readonly Rule[];
  /** Apps and services that may leave the platform although no file says `enabled: false`. @default - REMOVE, or none */
  readonly remove?: readonly string[];
}

/** Today in Greenwich, `2027-06-30`. */
const today = (): string => new Date().toISOString().slice(0, 10);

/** What a synth has written. */
export interface Synthesis {
  readonly rendered: Rendered;
  /** The folder that was written. */
  readonly outdir: string;
  /** Whether all of it was, and not only the part that was asked for. */
  readonly isWhole: boolean;
}

/**
 * Writes `dist/` and tells what it wrote; or prints every problem, writes nothing, makes the process exit with 1, and
 * gives undefined.
 */
export function synth(
  platform: Platform,
  {
    outdir = outputFolder(),
    only = process.env['PLATFORM_ONLY'],
    rules,
    remove = (process.env['REMOVE'] ?? '').split(','),
  }: SynthOptions = {},
): Synthesis | undefined {
  try {
    const shard = shardOf(platform, only);
    const passed = rules ? undefined : PassedCache.ofTheseRules();
    const rendered = render(platform, {
      shard,
      rules: rules ?? allRules,
      today: today(),
      root: process.cwd(),
      passed,
      progress,
    });
    const stays = othersFiles(rendered, shard);
    const removals = removalFaults(platform, outdir, rendered.files, { confirmed: remove, stays });
    if (removals.length > 0) throw new SynthError(removals);
    progress(`writing ${rendered.files.size} files`);
    const change = writeFolder(outdir, rendered.files, stays);
    report(platform, rendered, { outdir, change, shard });
    return { rendered, outdir, isWhole: shard === undefined };
  } catch (error) {
    reportFailure(error);
    return undefined;
  }
}

/** Renders for a command that writes nothing to `dist/`: prints every problem and ends the process if there is one. */
export function renderOrExit(platform: Platform): Rendered {
  try {
    return render(platform, { today: today(), root: process.cwd(), passed: PassedCache.ofTheseRules() });
  } catch (error) {
    reportFailure(error);
    process.exit();
  }
}

/** Checks the platform without writing it, and prints what is wrong in a format. */
export function checkPlatform(platform: Platform, format: Format, language?: Language): void {
  try {
    const rendered = render(platform, {
      today: today(),
      root: process.cwd(),
      passed: PassedCache.ofTheseRules(),
      progress,
    });
    reportClean(rendered, format);
  } catch (error) {
    reportFailure(error, format, language);
  }
}
