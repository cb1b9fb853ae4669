import { describe, expect, it } from 'vitest';
import { imageFault } from '../../../constructs/values/image.js';
import { nameFault, nearestLabel, suggest } from '../../../constructs/values/names.js';
import { canonicalCpu, multiply, parseQuantity, quantityFault } from '../../../constructs/values/quantity.js';
import { hostFault, Zone, zoneOf } from '../../../constructs/values/zone.js';

describe('quantities', () => {
  it.each([
    ['0.1', 0.1],
    ['100m', 0.1],
    ['256Mi', 256 * 2 ** 20],
    ['1k', 1000],
    ['2', 2],
  ])('%s is %d', (text, value) => expect(parseQuantity(text)).toBeCloseTo(value));

  it.each(['', '256MB', '0.1.1', '-1', '1 Gi', 'Mi', '1e', '١'])('%j is none', (text) =>
    expect(parseQuantity(text)).toBeUndefined(),
  );

  it.each([
    ['256MB', 'memory', `Write it like '256Mi'`],
    ['2gb', 'memory', `Write it like '256Mi'`],
    ['256', 'memory', 'Give 4Mi to 256Gi'],
    ['500', 'cpu', 'Give 1m to 64'],
    ['5', 'storage', 'Give 1Mi to 4Ti'],
  ] as const)('%s of %s: %s', (text, measure, fix) =>
    expect(quantityFault(text, measure)?.fix.en).toContain(fix),
  );

  it('writes CPU as the API server does', () => {
    expect(['0.1', '0.05', '2000m', '1.5'].map(canonicalCpu)).toEqual(['100m', '50m', '2', '1500m']);
  });

  it('multiplies in the same unit', () => expect(multiply('128Mi', 2)).toBe('256Mi'));
});

describe('images', () => {
  const digest = `sha256:${'0'.repeat(64)}`;
  it.each(['nginx:1.27', 'ghcr.io/a/b:v1', `a/b@${digest}`, `a/b:1@${digest}`, 'localhost:5000/a:1'])(
    '%s is pinned',
    (image) => expect(imageFault(image)).toBeUndefined(),
  );
  it.each([
    ['nginx', 'image-unpinned'],
    ['ghcr.io/a/b:latest', 'image-floating'],
    ['localhost:5000/a', 'image-unpinned'],
    ['NGINX:1', 'image-form'],
    ['a b:1', 'image-form'],
    ['a@sha256:12', 'image-form'],
  ])('%s: %s', (image, id) => expect(imageFault(image)?.id).toBe(id));
});

describe('names', () => {
  it.each(['a', 'a-1', '1a'])('%s is a label', (name) => expect(nameFault(name)).toBeUndefined());
  it.each(['', 'A', 'a_b', '-a', 'a-', 'é', 'a.b', 'a'.repeat(64)])('%j is none', (name) =>
    expect(nameFault(name)).toBeDefined(),
  );
  it('finds a lawful name near', () => expect(nearestLabel('Génie Électrique!')).toBe('genie-electrique'));
  it('suggests what was meant, or nothing', () => {
    expect(suggest('production', ['prod', 'staging'])).toBe('prod');
    expect(suggest('stagging', ['prod', 'staging'])).toBe('staging');
    expect(suggest('qa', ['prod', 'staging'])).toBeUndefined();
  });
});

describe('hosts and zones', () => {
  it.each(['Club.ca', 'https://club.ca', 'club', 'club.ca/', 'club.ca:443', '-a.ca', 'a..ca', 'a b.ca'])(
    '%s is no host',
    (host) => expect(hostFault(host, [Zone.managed('ca')])?.id).toBe('host-form'),
  );
  it('takes the most specific zone, and only whole labels', () => {
    const zones = [Zone.managed('club.ca'), Zone.managed('omni.club.ca')];
    expect(zoneOf('a.omni.club.ca', zones)?.name).toBe('omni.club.ca');
    expect(zoneOf('a.club.ca', zones)?.name).toBe('club.ca');
    expect(zoneOf('notclub.ca', zones)).toBeUndefined();
  });
  it('proposes the zone that a host is nearest to', () => {
    const zones = [Zone.managed('cedille.club'), Zone.managed('omni.cedille.club')];
    expect(hostFault('chess.omni.cedile.club', zones)?.fix.en).toBe('Did you mean chess.omni.cedille.club?');
    expect(hostFault('chess.cedile.club', zones)?.fix.en).toBe('Did you mean chess.cedille.club?');
    expect(hostFault('cedile.club', zones)?.fix.en).toBe('Did you mean cedille.club?');
    expect(hostFault('chess.example.org', zones)?.fix.en).toMatch(/^Use /);
  });
});
