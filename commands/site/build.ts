import { join } from 'node:path';
import { writePages } from '../../docs/reference/pages.js';
import { faultsOf } from './links.js';

const docs = join(import.meta.dirname, '../../docs');

/**
 * Builds the site of `docs/` into a folder, for a server that has it below the path `base`, for example `/docs/`. Gives
 * what is wrong with it: links that lead nowhere, and what it would fetch from elsewhere.
 */
export async function buildSite(outDir: string, base: string): Promise<string[]> {
  writePages();
  const { build } = await import('vitepress');
  await build(docs, { base, outDir });
  return faultsOf(outDir, base);
}
