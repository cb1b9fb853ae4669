/**
 * Writes the parts of docs/ that follow from the code: between `<!-- name -->` and `<!-- /name -->`.
 *
 *   npm run docs             writes them
 *   npm run docs -- --check  exits with 1 if one of them is not current
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  inputsTable,
  offTable,
  privilegedTable,
  servicesTable,
  unitsOf,
  wavesList,
} from './platform-tables.js';

const scratch = mkdtempSync(join(tmpdir(), 'docs-'));
process.env['CDK8S_OUTDIR'] = scratch;
const { platform } = await import('../main.js');
rmSync(scratch, { recursive: true });
const units = unitsOf(platform);

const parts: Record<string, string> = {
  services: servicesTable(units),
  off: offTable(platform),
  privileged: privilegedTable(units),
  secrets: inputsTable(units, 'Secret'),
  'vault-paths': inputsTable(units, 'Vault'),
  waves: wavesList(units),
};

const folder = import.meta.dirname;
for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
  const old = readFileSync(join(folder, name), 'utf8');
  const fresh = old.replace(/(<!-- ([\w-]+) -->\n)[\s\S]*?(<!-- \/\2 -->)/g, (whole, open, part, close) =>
    part in parts ? `${open}\n${parts[part]}\n\n${close}` : whole,
  );
  if (fresh === old) continue;
  if (process.argv.includes('--check')) {
    console.error(`docs/${name} is not current: run npm run docs and commit it.`);
    process.exitCode = 1;
  } else {
    writeFileSync(join(folder, name), fresh);
    console.log(`docs/${name} written`);
  }
}
