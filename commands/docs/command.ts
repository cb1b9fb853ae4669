/** `npm run docs`: writes the parts of docs/ that follow from the code alone. */
import { join } from 'node:path';
import { command } from '../../cli/command-line.js';
import { writeParts } from './parts.js';
import { coverageTable, rulesList } from './rules-page.js';

const description = `Writes the page of the rules, docs/rules.md, from the rules. Tables that follow from apps and services are written by
npx cdk8s synth.`;

command('npm run docs --', description).parse();

const written = writeParts(join(import.meta.dirname, '../..'), {
  coverage: coverageTable(),
  rules: rulesList(),
});
for (const path of written) console.log(`${path} written`);
