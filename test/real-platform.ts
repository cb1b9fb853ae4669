import type { Platform } from '../constructs/platform/platform.js';
import { render } from '../synth/render.js';
import type { Rendered } from '../synth/rendered.js';

/** The platform of main.ts, complete. */
export async function realPlatform(): Promise<Platform> {
  const { platform } = await import('../main.js');
  platform.complete();
  return platform;
}

/** What a synth would write of it. */
export const realRendered = async (): Promise<Rendered> => render(await realPlatform());
