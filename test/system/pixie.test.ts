import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Platform } from '../../constructs/platform/platform.js';
import { pixie } from '../../system/pixie.js';
import { settings } from '../../system/settings.js';
import { paths, reads } from '../chart-values/paths.js';

describe('Pixie', () => {
  const service = pixie(new Platform(settings));

  it('is off', () => {
    expect(service.enabled).toBe(false);
    expect(existsSync(resolve(import.meta.dirname, '../../dist/host/pixie'))).toBe(false);
  });

  it('sets only what its chart reads, though it is off', () => {
    const file = resolve(import.meta.dirname, '../chart-values/pixie-operator-chart.json');
    const known = new Set((JSON.parse(readFileSync(file, 'utf8')) as { paths: string[] }).paths);
    const [source] = service.charts;
    expect(paths(source?.values ?? {}).filter((path) => !reads(known, path))).toEqual([]);
  });
});
