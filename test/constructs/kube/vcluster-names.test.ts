import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostName } from '../../../constructs/kube/vcluster-names.js';

describe('hostName', () => {
  it('joins name, namespace and virtual cluster', () => {
    expect(hostName('httpbin', 'httpbin-prod', 'prod')).toBe('httpbin-x-httpbin-prod-x-prod');
  });

  it('keeps 63 characters as they are', () => {
    const whole = `${'a'.repeat(63 - '-x-ns-x-prod'.length)}-x-ns-x-prod`;
    expect(hostName('a'.repeat(63 - '-x-ns-x-prod'.length), 'ns', 'prod')).toBe(whole);
  });

  it('cuts 64 characters to 52, a dash and 10 digits of the SHA-256 of the whole', () => {
    const name = 'a'.repeat(64 - '-x-ns-x-prod'.length);
    const digest = createHash('sha256').update(`${name}-x-ns-x-prod`).digest('hex').slice(0, 10);
    expect(hostName(name, 'ns', 'prod')).toBe(`${name}-x-ns-x-prod`.slice(0, 52).concat('-', digest));
  });

  // Worked by hand: printf '%s' <whole> | sha256sum
  it('gives the digest that sha256sum gives', () => {
    expect(hostName('wordpress-mysql-initialisation', 'wordpress-habitek-prod', 'production')).toBe(
      'wordpress-mysql-initialisation-x-wordpress-habitek-p-dd55a51b5a',
    );
  });

  it('turns a .- at the seam into a dash', () => {
    const name = `${'a'.repeat(51)}.bcdefghijklmnop`;
    expect(hostName(name, 'ns', 'prod')).toMatch(/^a{51}-[0-9a-f]{10}$/);
  });

  it('is never longer than 63 characters, and tells different objects apart', () => {
    const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,30}[a-z0-9])?$/);
    fc.assert(
      fc.property(label, label, label, (name, other, namespace) => {
        const translated = hostName(name, namespace, 'prod');
        expect(translated.length).toBeLessThanOrEqual(63);
        if (name !== other) expect(hostName(other, namespace, 'prod')).not.toBe(translated);
      }),
    );
  });
});
