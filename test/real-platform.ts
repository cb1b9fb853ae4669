import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Platform } from '../constructs/platform.js';

/** The platform of main.ts, whose synth goes to a folder that is thrown away. */
export async function realPlatform(): Promise<Platform> {
  const scratch = mkdtempSync(join(tmpdir(), 'platform-'));
  process.env['CDK8S_OUTDIR'] = scratch;
  const { platform } = await import('../main.js');
  rmSync(scratch, { recursive: true });
  return platform;
}
