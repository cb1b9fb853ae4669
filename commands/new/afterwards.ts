import { spawnSync } from 'node:child_process';
import type { Language } from './answers.js';
import { confirm } from './ask.js';
import { words } from './words.js';

/** What makes everything current that follows from the code, in this order. */
const steps = [['npx', 'cdk8s', 'synth']] as const;

/** Runs these if that was asked for, offers to on a terminal, and else names them. Gives the exit code. */
export async function afterwards(
  root: string,
  language: Language,
  interactive: boolean,
  run: boolean,
): Promise<number> {
  if (!run && !(interactive && (await confirm(words.run[language], language)))) {
    console.log(`${words.next[language]} ${steps.map((step) => step.join(' ')).join(' && ')}`);
  } else {
    for (const [command, ...args] of steps) {
      const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
      if (status === 0) continue;
      console.error(`${[command, ...args].join(' ')} ${words.failed[language]}`);
      return 1;
    }
  }
  console.log(words.commit[language]);
  return 0;
}
