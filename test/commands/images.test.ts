import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { imagesIn, signedImagesIn } from '../../commands/images/images.js';

const dist = resolve(import.meta.dirname, '../../dist');
const folder = mkdtempSync(join(tmpdir(), 'images-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const container = (image: string) => `kind: Pod\nspec: { containers: [{ image: '${image}' }] }\n`;
writeFileSync(
  join(folder, 'pods.yaml'),
  ['ghcr.io/club/a:1', 'ghcr.io/club/b/c:2', 'ghcr.io/other/a:1', 'ghcr.io/club/a:1']
    .map(container)
    .join('---\n'),
);
const policy = (glob: string) => `kind: ClusterImagePolicy
spec:
  images: [{ glob: '${glob}' }]
  authorities:
    - keyless: { identities: [{ issuer: https://issuer, subject: 'https://a.b/c' }, { issuer: https://issuer }] }
`;

describe('the images of a folder', () => {
  it('are each listed once, sorted', () => {
    expect(imagesIn(folder)).toEqual(['ghcr.io/club/a:1', 'ghcr.io/club/b/c:2', 'ghcr.io/other/a:1']);
  });

  it.each([
    ['ghcr.io/club/**', ['ghcr.io/club/a:1', 'ghcr.io/club/b/c:2']],
    ['ghcr.io/club/*', ['ghcr.io/club/a:1']],
    ['ghcr.io/*/a', ['ghcr.io/club/a:1', 'ghcr.io/other/a:1']],
    ['ghcr.io/nobody/**', []],
  ])('that the policy for %s is about have its signers', (glob, expected) => {
    writeFileSync(join(folder, 'policy.yaml'), policy(glob));
    const signed = signedImagesIn(folder);
    expect(signed.map(({ image }) => image)).toEqual(expected);
    for (const { issuer, subject } of signed)
      expect([
        issuer,
        new RegExp(subject).test('https://a.b/c'),
        new RegExp(subject).test('https://axb/c'),
      ]).toEqual([...['https://issuer', true, false]]);
  });

  it('of the platform are many, and those of the club have to be signed by its workflows', () => {
    expect(imagesIn(dist).length).toBeGreaterThan(40);
    const signed = signedImagesIn(dist);
    expect(signed.length).toBeGreaterThan(5);
    for (const { image, subject } of signed) {
      expect(image).toMatch(/^ghcr\.io\/clubcedille\//);
      expect(subject).toContain('ClubCedille');
    }
  });
});
