/** `npm run docs`: writes the parts of docs/ that follow from the code alone. */
import { join } from 'node:path';
import { command } from '../../cli/command-line.js';
import { writeParts } from './parts.js';
import { refusalsTable } from './refusals-page.js';
import { coverageTable, rulesTable } from './rules-page.js';

const description = `Writes docs/rules.md and docs/refusals.md, the indexes of rules and of what else is refused. Tables that follow from apps and services are written by
npx cdk8s synth.`;

command('npm run docs --', description).parse();

const written = writeParts(join(import.meta.dirname, '../..'), {
  coverage: coverageTable(),
  refusals: refusalsTable(),
  rules: rulesTable(),
});
for (const path of written) console.log(`${path} written`);
