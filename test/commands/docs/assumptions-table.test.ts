import { expect, it } from 'vitest';
import { assumptionsTable } from '../../../commands/docs/assumptions-table.js';
import type { Assumption } from '../../../constructs/problems/assumed.js';

const all: Assumption[] = [
  { kind: 'assumed', why: 'the version', source: 'apps/chess.ts:6' },
  { kind: 'assumed', why: 'the version', source: 'apps/chess.ts:9' },
  { kind: 'placeholder', why: 'the address', source: 'system/dns.ts:3' },
  { kind: 'assumed', why: 'the port', source: 'apps/chess.ts:20' },
];

it('lists what is assumed by file, each reason once, without lines', () => {
  expect(assumptionsTable(all, 'assumed').split('\n').slice(2)).toEqual([
    '| [apps/chess.ts](../apps/chess.ts) | the port |',
    '| [apps/chess.ts](../apps/chess.ts) | the version |',
  ]);
  expect(assumptionsTable(all, 'placeholder')).toContain(
    '| [system/dns.ts](../system/dns.ts) | the address |',
  );
  expect(assumptionsTable(all, 'placeholder')).not.toContain('chess');
});
