import { describe, expect, it } from 'vitest';
import { Inventory } from '../../../rules/engine/inventory.js';
import type { ObjectRule } from '../../../rules/engine/rule.js';
import { check } from '../../../rules/engine/run.js';
import { placed } from '../../../rules/input/read-folder.js';

const rule: ObjectRule = {
  id: 'no-red',
  title: 'Nothing is red',
  why: 'Red is for errors.',
  fix: 'Take another colour',
  kinds: ['ConfigMap'],
  applies: ({ manifest }) => manifest.metadata.name !== 'elsewhere',
  check: ({ manifest }) => ((manifest['data'] as { color?: string }).color === 'red' ? ['it is red'] : []),
  good: '',
  bad: '',
};
const verdict = (color: string, exempt?: string, id = 'no-red', name = 'paint') => {
  const annotations = exempt === undefined ? undefined : { [`exempt.cedille.club/${id}`]: exempt };
  const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, annotations }, data: { color } };
  return check(new Inventory(placed([{ file: 'paint.yaml', manifest } as never])), [rule], {
    today: '2026-11-21',
  });
};
const told = (...given: Parameters<typeof verdict>) =>
  verdict(...given).findings.map(({ rule: id, what, fix }) => `${id}: ${what.en}. ${fix.en}`);

describe('an exemption', () => {
  const reason = 'the club wants it so';

  it('takes a finding away, and is listed with its reason', () => {
    expect(told('red')).toEqual(['no-red: it is red. Take another colour']);
    const { findings, exemptions } = verdict('red', `${reason} (until 2027-06-30)`);
    expect(findings).toEqual([]);
    expect(exemptions).toMatchObject([{ rule: 'no-red', reason, until: '2027-06-30' }]);
  });

  it('needs a reason', () => {
    for (const none of ['', '  ', 'why not'])
      expect(told('red', none)).toEqual([
        `exemption: the exemption from 'no-red' has no reason. Give the reason in a sentence`,
      ]);
  });

  it('ends', () => {
    expect(told('red', `${reason} (until 2026-11-21)`)).toEqual([]);
    expect(told('red', `${reason} (until 2026-11-20)`)).toEqual([
      `exemption: the exemption from 'no-red' ended on 2026-11-20. Fix the object so that it follows the rule, or agree on a later date`,
    ]);
    expect(told('red', `${reason} (until soon)`).join()).toContain(`ends on 'soon', which is not a date`);
  });

  it('is of no use where nothing breaks the rule, unless the rule has no say there', () => {
    expect(told('blue', reason)).toEqual([
      `exemption: the exemption from 'no-red' is unused: the object follows the rule. Remove the exemption`,
    ]);
    expect(told('blue', reason, 'no-red', 'elsewhere')).toEqual([]);
  });

  it('names a rule', () =>
    expect(told('blue', reason, 'no-rad')).toEqual([
      `exemption: the exemption names the rule 'no-rad', which does not exist. Did you mean no-red?`,
    ]));
});
