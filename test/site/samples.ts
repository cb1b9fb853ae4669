import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** A fenced block of a page, with what its first line says of it. */
export interface Sample {
  readonly page: string;
  /** The line on which its text begins, from 1. */
  readonly line: number;
  readonly language: string;
  readonly words: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The words that may stand after a language. */
const known: Readonly<Record<string, readonly string[]>> = {
  sh: ['exit', 'not-run'],
  ts: ['file', 'of', 'from'],
  diff: ['file'],
  yaml: ['output'],
  text: ['output'],
  '': [],
};

/** The pages of the docs, and the README; the reference and those of refusals and rules are written from code. */
export const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`)
  .filter((page) => !/^docs\/(reference|refusals|rules)\//.test(page) || page.endsWith('/README.md'))
  .concat('README.md')
  .sort();

export const samplesOf = (page: string): Sample[] => parse(page, readFileSync(join(root, page), 'utf8'));

/** The fenced blocks of a page. One whose words nobody knows is an error. */
function parse(page: string, markdown: string): Sample[] {
  const fence = /^([ ]*)```(.*)\n([\s\S]*?)^\1```$/gm;
  return [...markdown.matchAll(fence)].map(({ 1: indent = '', 2: info = '', 3: body = '', index }) => {
    const line = markdown.slice(0, index).split('\n').length + 1;
    const text = body.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    const [, language = '', rest = ''] = /^(\S*)\s*(.*)$/.exec(info) ?? [];
    const words = Object.fromEntries(
      [...rest.matchAll(/([\w-]+)(?:=(?:"([^"]*)"|(\S+)))?/g)].map(([, word = '', quoted, bare]) => [
        word,
        quoted ?? bare ?? '',
      ]),
    );
    const unknown = Object.keys(words).filter((word) => !known[language]?.includes(word));
    if (!known[language] || unknown.length > 0 || (language === 'ts' && rest === '')) {
      throw new Error(`${page}:${line - 1}: nobody knows how to try '${info}'. See docs/writing.md.`);
    }
    return { page, line, language, words, text };
  });
}
