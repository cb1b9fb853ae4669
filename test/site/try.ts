import { parseAllDocuments } from 'yaml';
import type { Clone } from './clone.js';
import type { Sample } from './samples.js';

/** Whether a sample changes files, reads them, or runs a command. */
export const needsClone = ({ language, words }: Sample): boolean =>
  !('not-run' in words) && ['sh', 'ts', 'diff'].includes(language);

/** Tries a page's samples one after the other, as a reader would who follows it from top to bottom. */
export class Reader {
  private output = '';
  private parts = 0;
  /** Whether there is code whose types nobody has checked. */
  private untyped = false;
  /** Whether files have changed since synth has last accepted them. */
  private pending = false;

  /** @param copy where it is tried; none is needed for samples that are only looked at. */
  constructor(private readonly copy?: Clone) {}

  private get clone(): Clone {
    if (!this.copy) throw new Error('it needs a copy of the repository');
    return this.copy;
  }

  /** Throws if the sample is not as the page says. */
  try({ language, words, text }: Sample): void {
    if ('not-run' in words) return;
    if (words['file'])
      this.write(words['file'], language === 'diff' ? this.patched(words['file'], text) : text);
    else if (words['of']) this.part(words['of'], text);
    else if (words['from']) this.stands(words['from'], text);
    else if (language === 'sh') this.run(text, Number(words['exit'] ?? 0));
    else if ('output' in words) this.compare(text);
    else if (language === 'yaml') this.parse(text);
  }

  /** What a page leaves behind has to compile, and synth has to accept it, by every rule. */
  finish(): void {
    if (this.untyped) this.run('npx tsc --noEmit', 0);
    if (this.pending) this.run('npx cdk8s synth', 0);
  }

  private write(path: string, text: string): void {
    this.clone.write(path, text);
    this.pending = true;
    this.untyped = true;
    const [, name] = /^(apps\/.*)\.ts$/.exec(path) ?? [];
    const main = this.clone.read('main.ts');
    if (name && !main.includes(`'./${name}.js'`)) this.added = `import('./${name}.js'),`;
  }

  /** The line that lists a new app, until the page or the reader has put it into main.ts. */
  private added = '';

  private list(): void {
    const main = this.clone.read('main.ts');
    if (this.added && !main.includes(this.added)) {
      this.clone.write('main.ts', main.replace('  // Club apps\n', `  // Club apps\n  ${this.added}\n`));
    }
    this.added = '';
  }

  private patched(path: string, diff: string): string {
    const lines = diff.split('\n').slice(0, -1);
    const side = (sign: string) =>
      lines
        .filter((line) => line.startsWith(' ') || line.startsWith(sign))
        .map((line) => line.slice(1))
        .join('\n');
    const old = this.clone.read(path);
    if (old.split(side('-')).length !== 2) throw new Error(`${path} does not hold once\n${side('-')}`);
    return old.replace(side('-'), () => side('+'));
  }

  private part(type: string, text: string): void {
    const module = type === 'AppSpec' ? 'app/spec' : 'kinds/club-app';
    const code = `import type { ${type} } from '../constructs/${module}.js';\n\nexport const part: Partial<${type}> = {\n${text}};\n`;
    this.parts += 1;
    this.untyped = true;
    this.clone.write(`test/part-${this.parts}.ts`, code);
  }

  private stands(path: string, text: string): void {
    if (!this.clone.read(path).includes(text)) throw new Error(`${path} does not hold these lines`);
  }

  private run(commands: string, expected: number): void {
    if (commands.includes('synth')) {
      this.list();
      this.pending = false;
    }
    const { status, output } = this.clone.run(commands);
    this.output = output;
    if (status !== expected) throw new Error(`it ended with ${status}, not ${expected}:\n${output}`);
  }

  private compare(text: string): void {
    let rest = this.output.split('\n');
    for (const line of text.split('\n').slice(0, -1)) {
      const wanted = line.replace(/ ?…$/, '');
      const at = rest.findIndex((each) =>
        line === wanted ? each.endsWith(line.trimStart()) : each.includes(wanted),
      );
      if (at < 0)
        throw new Error(`the last command did not say, or not in this order,\n${line}\nbut\n${this.output}`);
      rest = rest.slice(at + 1);
    }
  }

  private parse(text: string): void {
    const [error] = parseAllDocuments(text).flatMap((document) =>
      'errors' in document ? document.errors : [],
    );
    if (error) throw error;
  }
}
