// Ends what a test run started, however the run itself ends: its input closes even when the run is killed.
// Each line of input is the id of a process to end; the argument is the folder to remove.
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [folder] = process.argv.slice(2);
const ids = [];
// Whoever interrupts the run may signal the whole process group; that is no reason to leave before the work is done.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

const alive = (id) => {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
};
const signal = (name) => {
  for (const id of ids) {
    try {
      process.kill(-id, name); // each leads a process group of its own
    } catch {
      // It is gone already.
    }
  }
};

createInterface({ input: process.stdin })
  .on('line', (line) => ids.push(Number(line)))
  .on('close', () => {
    signal('SIGTERM');
    const began = Date.now();
    const timer = setInterval(() => {
      if (ids.some(alive) && Date.now() - began < 5000) return;
      clearInterval(timer);
      signal('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    }, 50);
  });
