import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'renovate.json5'), 'utf8');

describe('Renovate', () => {
  // The pattern as the file has it, read as a string of JSON.
  const [, literal = ''] = /matchStrings: \[\s*("(?:[^"\\]|\\.)*")/.exec(text) ?? [];
  const pattern = new RegExp(JSON.parse(literal) as string, 'g');

  it('finds the images that apps and services pin by a version, each with its name', () => {
    const found = ['apps', 'system'].flatMap((folder) =>
      readdirSync(join(root, folder), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .flatMap((entry) => [...readFileSync(join(root, folder, entry.name), 'utf8').matchAll(pattern)]),
    );
    const images = found.map(({ groups }) => `${groups?.['depName']} ${groups?.['currentValue']}`);
    expect(images).toContain('ghcr.io/kubewall/kubewall 0.0.21');
    expect(images).toContain('docker.io/library/nginx 1.28.0');
    expect(images.length).toBeGreaterThan(10);
    expect(images.join('\n')).not.toMatch(/:main|https?:/);
  });

  it('keeps out of what is generated', () => {
    for (const folder of ['dist', 'imports']) expect(text).toContain(`'${folder}/**'`);
  });
});
