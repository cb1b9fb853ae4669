import { expect, it } from 'vitest';
import { explanations } from '../../commands/docs/explanations/index.js';
import { refusalPages } from '../../commands/docs/refusals-page.js';
import { rulePages } from '../../commands/docs/rules-page.js';
import { refusals } from '../../constructs/refusals/fault.js';
import { rules } from '../../rules/index.js';

/** What a page says in each language, and its two examples. */
const partsOf = (page: string) =>
  /## En français\n\n(?<french>[\s\S]+)\n\n## In English\n\n(?<english>[\s\S]+)\n\n## Refusé[^\n]*\n\n```\w+\n(?<bad>[\s\S]+)\n```\n\n## Accepté[^\n]*\n\n```\w+\n(?<good>[\s\S]+)\n```/.exec(
    page,
  )?.groups ?? {};

it.each([
  ['refusal', refusalPages(), Object.keys(refusals)],
  ['rule', rulePages(), rules.map(({ id }) => id)],
])('every %s has its page, in both languages, with an example of each side', (_, pages, ids) => {
  expect([...pages.keys()].sort()).toEqual([...ids].sort());
  expect(ids.length).toBeGreaterThan(80);
  for (const [id, page] of pages) {
    const { french, english, bad, good } = partsOf(page);
    expect(page).toContain(`# ${id}\n`);
    expect(french, id).toMatch(/^\*\*.+\*\* \S.+\n\n\*\*Pour corriger :\*\* \S/);
    expect(english, id).toMatch(/\*\*.+\*\* \S.+\n\n\*\*To fix it:\*\* \S/);
    expect(bad, id).not.toBe(good);
  }
});

it('why something is refused, in French is not said in English', () => {
  const same = Object.entries(explanations).filter(([, { why }]) => why.en === why.fr);
  expect(same).toEqual([]);
});
