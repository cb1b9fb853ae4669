/** `npm run rooms`: prints the rooms of the code, their sizes and their floors. */
import { join } from 'node:path';
import { command } from '../../cli/command-line.js';
import { roomsOf, sourcesOf, upwardImports } from './rooms.js';

const description = `Prints the rooms of cli/, constructs/, rules/ and synth/: how many files and lines each has, and the lowest and highest
floor of its files. A file that imports no other is on floor 1. Exits with 1 if an import runs upward or in a circle.`;

command('npm run rooms --', description).parse();

const sources = sourcesOf(join(import.meta.dirname, '../..'));
const rooms = roomsOf(sources);
const vocabulary = rooms.filter(({ room }) => room.startsWith('constructs/'));
const total = vocabulary.reduce((sum, { lines }) => sum + lines, 0);

console.log(
  `${'room'.padEnd(24)}${'files'.padStart(6)}${'lines'.padStart(7)}${'floors'.padStart(9)}   share`,
);
for (const { room, files, lines, floors } of rooms) {
  const share = room.startsWith('constructs/') ? `${Math.round((100 * lines) / total)} %` : '';
  console.log(
    `${room.padEnd(24)}${String(files).padStart(6)}${String(lines).padStart(7)}${floors.join('-').padStart(9)}${share.padStart(8)}`,
  );
}
const upward = upwardImports(sources);
for (const each of upward) console.error(`upward: ${each}`);
console.log(`${sources.length} files, 0 circles, ${upward.length} imports that run upward`);
if (upward.length > 0) process.exitCode = 1;
