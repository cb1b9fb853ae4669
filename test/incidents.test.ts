import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const docs = resolve(import.meta.dirname, '../docs');
const pages = ['incidents', 'runbooks'].flatMap((folder) =>
  readdirSync(join(docs, folder)).map((name) => join(folder, name)),
);
const read = (page: string) => readFileSync(join(docs, page), 'utf8');

/** What GitHub makes of a heading to link to it. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

describe('runbooks and pages on incidents', () => {
  it.each(pages)('%s links to what is there', (page) => {
    for (const [, target = ''] of read(page).matchAll(/\]\(([^)]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      const [path = '', part] = target.split('#');
      const file = path === '' ? join(docs, page) : resolve(join(docs, page), '..', path);
      expect(existsSync(file), target).toBe(true);
      if (part === undefined) continue;
      const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
        anchor(text),
      );
      expect(headings, target).toContain(part);
    }
  });

  it('are found from the index of the runbooks', () => {
    const index = read('runbooks/README.md');
    for (const page of ['restauration.md', '../incidents/README.md', '../incidents/modele.md'])
      expect(index).toContain(`(${page})`);
  });

  it('have each message in both languages', () => {
    const messages =
      read('incidents/README.md')
        .split('\n## ')
        .find((part) => part.startsWith('Messages')) ?? '';
    const [, ...each] = messages.split('\n### ');
    expect(each.length).toBe(5);
    for (const message of each) {
      const paragraphs = message.split('\n').slice(1).join('\n').split(/\n>\n/);
      expect(paragraphs.length % 2, message).toBe(0);
    }
  });

  it('name no person and no number, for the repository is public', () => {
    for (const page of pages.filter((name) => name.startsWith('incidents')))
      expect(read(page)).not.toMatch(/\d{3}[-. ]\d{3}[-. ]\d{4}|[\w.]+@[\w-]+\.\w/);
  });
});
