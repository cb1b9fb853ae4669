/** `npm run shapes`: writes the schema of what apps, services and settings may say. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../../cli/command-line.js';
import { shapesSchema } from './shapes.js';

const description = `Writes constructs/problems/shapes.json: the JSON Schema of what apps, services and settings may say, from the types of
constructs/. Run it after a change of such a type.`;

command('npm run shapes --', description).parse();

const root = join(import.meta.dirname, '../..');
const file = join(root, 'constructs/problems/shapes.json');
const fresh = `${JSON.stringify(shapesSchema(root), null, 1)}\n`;
let old = '';
try {
  old = readFileSync(file, 'utf8');
} catch {
  // There is none yet.
}
if (fresh !== old) {
  writeFileSync(file, fresh);
  console.error('constructs/problems/shapes.json written');
}
