/** `npm run docs`: writes what follows from the code. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { command } from '../cli/command-line.js';
import { renderOrExit } from '../synth/synth.js';
import { codeowners } from './codeowners.js';
import { inputsTable, offTable, privilegedTable, servicesTable, wavesList } from './platform-tables.js';
import { coverageTable, rulesList } from './rules-page.js';

const description =
  'Writes what follows from the code: parts of docs/, between <!-- name --> and <!-- /name -->, and CODEOWNERS.';

const values = command('npm run docs --', description)
  .option('--check', 'writes nothing; exits with 1 if one of them is not current')
  .parse()
  .opts();

const { platform } = await import('../main.js');
const { units } = renderOrExit(platform);

const parts: Record<string, string> = {
  coverage: coverageTable(),
  rules: rulesList(),
  services: servicesTable(units),
  off: offTable(platform),
  privileged: privilegedTable(units),
  secrets: inputsTable(units, 'Secret'),
  'vault-paths': inputsTable(units, 'Vault'),
  waves: wavesList(units),
};

/** Writes a file, or says that it is not current. */
function put(path: string, fresh: string): void {
  const old = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (fresh === old) return;
  const name = relative(join(folder, '..'), path);
  if (values.check) {
    console.error(`${name} is not current: run npm run docs and commit it.`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, fresh);
    console.log(`${name} written`);
  }
}

const folder = import.meta.dirname;
put(join(folder, '../.github/CODEOWNERS'), codeowners(platform));
for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
  const old = readFileSync(join(folder, name), 'utf8');
  const fresh = old.replace(/(<!-- ([\w-]+) -->\n)[\s\S]*?(<!-- \/\2 -->)/g, (whole, open, part, close) =>
    part in parts ? `${open}\n${parts[part]}\n\n${close}` : whole,
  );
  put(join(folder, name), fresh);
}
