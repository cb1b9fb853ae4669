import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { writePages } from '../../docs/reference/pages.js';
import { writeFolder } from '../docs/parts.js';
import { refusalPages } from '../docs/refusals-page.js';
import { rulePages } from '../docs/rules-page.js';
import { faultsOf } from './links.js';

const root = join(import.meta.dirname, '../..');
const docs = join(root, 'docs');

/**
 * Builds the site of `docs/` into a folder, for a server that has it below the path `base`, for example `/docs/`. Gives
 * what is wrong with it: links that lead nowhere, and what it would fetch from elsewhere.
 */
export async function buildSite(outDir: string, base: string): Promise<string[]> {
  writePages();
  writeFolder(join(docs, 'refusals'), refusalPages());
  writeFolder(join(docs, 'rules'), rulePages());
  const { build } = await import('vitepress');
  await build(docs, { base, outDir });
  cpSync(join(root, 'constructs/problems/shapes.json'), join(outDir, 'schemas/apps.schema.json'));
  return faultsOf(outDir, base);
}
