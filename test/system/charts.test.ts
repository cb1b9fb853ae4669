import { describe, expect, it } from 'vitest';
import { chart, charts } from '../../system/charts.js';

describe('chart pins', () => {
  it('are exact, each once, in the order of their names', () => {
    expect(charts.length).toBeGreaterThan(20);
    for (const { name } of charts) expect(chart(name).version).toMatch(/^v?\d+\.\d+\.\d+$/);
    expect(charts.map(({ name }) => name)).toEqual([...new Set(charts.map(({ name }) => name))].sort());
  });

  it('tell of one that is not there, with the nearest that is', () => {
    expect(() => chart('graphana')).toThrow(
      `system/Chart.yaml pins no chart 'graphana', did you mean grafana?`,
    );
  });

  it('tell of one without an exact version', () => {
    const pins = [
      { name: 'vault', repository: 'https://example.com', version: undefined as unknown as string },
      { name: 'loose', repository: 'https://example.com', version: '^1.2.3' },
    ];
    expect(() => chart('vault', pins)).toThrow(`gives chart 'vault' no exact version, but 'undefined'`);
    expect(() => chart('loose', pins)).toThrow(`gives chart 'loose' no exact version, but '^1.2.3'`);
  });
});
