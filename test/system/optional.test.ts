import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const dist = resolve(import.meta.dirname, '../../dist');

describe.each(['kubevious', 'netdata'])('%s', (service) => {
  it('leaves nothing in dist/ while it is off', () => {
    expect(readdirSync(resolve(dist, 'host'))).not.toContain(service);
    expect(readdirSync(resolve(dist, 'argocd'))).not.toContain(`Application.host-${service}.yaml`);
  });
});
