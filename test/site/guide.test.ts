import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { known } from '../../commands/new/known.js';
import { questions } from '../../commands/new/questions.js';
import { root } from './samples.js';

it('the first guide names every question of npm run new, in its words and order', async () => {
  const guide = readFileSync(join(root, 'docs/fr/premier-site.md'), 'utf8');
  const facts = await known(root);
  const asked = questions.filter(({ when }) => when({ kind: 'web', club: 'Échecs' }, facts, 'app'));
  const table = guide.slice(guide.indexOf('| elle demande'), guide.indexOf('À la dernière question'));
  const named = table
    .split('\n')
    .slice(2)
    .flatMap((row) => row.match(/^\| (.*?) \|/)?.[1] ?? []);
  expect(named).toEqual(asked.map(({ label }) => label.fr));
});
