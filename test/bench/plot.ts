// By hand, because one plot by powers of ten is smaller than any library that draws it.
import type { PeerFigures, Run } from './figures.js';

const [width, height] = [760, 440];
const area = { left: 60, right: 600, top: 20, bottom: 390 };
const colours = ['#0b6e4f', '#666666', '#c0392b', '#8e44ad', '#1f5fa8', '#8a5a00'];

/** CPU time over the number of apps as SVG, both by powers of ten. What was estimated is hollow. */
export function plot({ own, peers }: Run): string {
  const names = [...new Set(peers.map(({ peer }) => peer))];
  const here = own.map(({ apps, cpu }) => ({ apps, cpu }));
  const series: { name: string; points: readonly Omit<PeerFigures, 'peer'>[] }[] = [
    { name: 'this platform', points: here },
    ...names.map((name) => ({ name, points: peers.filter(({ peer }) => peer === name) })),
  ];
  const all = series.flatMap(({ points }) => points);
  const x = scale(
    all.map(({ apps }) => apps),
    area.left + 20,
    area.right - 10,
  );
  const y = scale(
    all.map(({ cpu }) => cpu),
    area.bottom - 10,
    area.top + 10,
  );
  const labels = apart(series.map(({ name, points }) => [name, y(points.at(-1)?.cpu ?? 1) + 4]));
  const lines = series.flatMap(({ name, points }, index) => {
    const colour = colours[index % colours.length];
    const at = points.map(({ apps, cpu }) => `${x(apps)},${y(cpu)}`);
    return [
      `<polyline points="${at.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...points.map(
        ({ apps, cpu, estimated }) =>
          `<circle cx="${x(apps)}" cy="${y(cpu)}" r="4" fill="${estimated ? '#fff' : colour}" stroke="${colour}" stroke-width="2"/>`,
      ),
      `<text x="${area.right + 4}" y="${labels.get(name)}" fill="${colour}">${name}</text>`,
    ];
  });
  const sizes = own.map(
    ({ apps }) => `<text x="${x(apps)}" y="${area.bottom + 18}" text-anchor="middle">${apps}</text>`,
  );
  const powers = [-2, -1, 0, 1, 2, 3, 4].map((power) => 10 ** power);
  const grid = powers
    .filter((power) => y(power) > area.top && y(power) < area.bottom)
    .flatMap((power) => [
      `<line x1="${area.left}" x2="${area.right}" y1="${y(power)}" y2="${y(power)}" stroke="#ddd"/>`,
      `<text x="${area.left - 6}" y="${y(power) + 4}" text-anchor="end">${power} s</text>`,
    ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" role="img">`,
    '<title>CPU time by number of apps, each in two environments</title>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...grid,
    ...lines,
    ...sizes,
    `<text x="${(area.left + area.right) / 2}" y="${height - 12}" text-anchor="middle">apps, each in two environments; hollow: estimated</text>`,
    '</svg>\n',
  ]
    .filter(Boolean)
    .join('\n');
}

/** The heights of labels, each below the one above it where they would overlap. */
function apart(labels: readonly (readonly [name: string, height: number])[]): Map<string, number> {
  let free = 0;
  const placed = [...labels]
    .sort(([, a], [, b]) => a - b)
    .map(([name, wanted]) => {
      const at = Math.max(wanted, free);
      free = at + 15;
      return [name, at] as const;
    });
  return new Map(placed);
}

/** Places the powers of ten of some values between two ends. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [least, most] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))];
  return (value) => Math.round(from + ((Math.log(value) - least) / (most - least)) * (to - from));
}
