import { exponent, type OwnFigures, type Run } from './figures.js';

const seconds = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map(() => '---:')), ...rows.map(row)].join('\n');

/** The figures of a run as Markdown. */
export function markdown(run: Run): string {
  const { own, peers, machine, commit, date } = run;
  const names = [...new Set(peers.map(({ peer }) => peer))];
  const phases = Object.keys(own[0]?.phases ?? {});
  const cost = table(
    ['apps × 2', 'resources', ...phases, 'CPU s', 'wall s', 'MB', 'ms per resource'],
    own.map((each) => [
      ...[each.apps, each.resources],
      ...phases.map((phase) => seconds(each.phases[phase] ?? 0)),
      ...[seconds(each.cpu), seconds(each.wall), Math.round(each.memory)],
      ((each.cpu * 1000) / each.resources).toFixed(2),
    ]),
  );
  const again = table(
    ['apps × 2', ...phases, 'CPU s', 'of the first', 'files written'],
    own.map(({ apps, cpu, again: second }) => [
      apps,
      ...phases.map((phase) => seconds(second.phases[phase] ?? 0)),
      ...[seconds(second.cpu), times(second.cpu / cpu), second.written],
    ]),
  );
  const notes: string[] = [];
  const marked = (note: string | undefined): string => {
    if (!note) return '';
    if (!notes.includes(note)) notes.push(note);
    return ` <sup>${notes.indexOf(note) + 1}</sup>`;
  };
  const compared = table(
    ['apps × 2', 'here', ...names.flatMap((name) => [name, 'of it'])],
    own.map((each) => [
      each.apps,
      seconds(each.cpu),
      ...names.flatMap((name) => {
        const peer = peers.find((other) => other.peer === name && other.apps === each.apps);
        if (!peer) return ['', ''];
        return [`${seconds(peer.cpu)}${marked(peer.estimated)}`, times(each.cpu / peer.cpu)];
      }),
    ]),
  );
  return [
    `Measured on ${date} at ${commit}: ${machine}.`,
    '**Here**, by phase. CPU time of the process, its start included, in seconds.',
    cost,
    growth(own),
    '**Again**, after the image of one app has changed.',
    again,
    '**Beside others**, on the same objects. CPU seconds, and how much of it a synth takes here.',
    compared,
    notes.map((note, index) => `<sup>${index + 1}</sup> ${note}.`).join('\\\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** `1/52` of something, or `1.8 ×` it. */
const times = (ratio: number): string =>
  ratio < 1 ? `1/${(1 / ratio).toFixed(1)}` : `${ratio.toFixed(1)} ×`;

/** How CPU time grows between the sizes that are not mostly start-up. */
export function growth(own: readonly OwnFigures[]): string {
  const [first, last] = [own.find(({ apps }) => apps >= 100), own.at(-1)];
  if (!first || !last || first === last) return '';
  const work = ({ cpu, phases }: OwnFigures) => cpu - (phases['start'] ?? 0);
  const all = exponent([first.resources, first.cpu], [last.resources, last.cpu]);
  const rest = exponent([first.resources, work(first)], [last.resources, work(last)]);
  return `From ${first.apps} to ${last.apps} apps CPU time grows by n^${all.toFixed(2)}, without the start by n^${rest.toFixed(2)}.`;
}

/** What changed between two runs, of sizes that both measured. */
export function comparison(before: Run, after: Run): string {
  const rows = after.own.flatMap((each) => {
    const old = before.own.find(({ apps }) => apps === each.apps);
    if (!old) return [];
    const both = (from: number, to: number) => `${seconds(from)} → ${seconds(to)}`;
    const phases = Object.entries(each.phases).map(([phase, cpu]) => both(old.phases[phase] ?? 0, cpu));
    const memory = `${Math.round(old.memory)} → ${Math.round(each.memory)}`;
    return [
      [
        each.apps,
        ...phases,
        both(old.cpu, each.cpu),
        memory,
        `${((each.cpu / old.cpu - 1) * 100).toFixed(0)} %`,
      ],
    ];
  });
  const phases = Object.keys(after.own[0]?.phases ?? {});
  return [
    `${before.commit} (${before.machine}) → ${after.commit} (${after.machine})`,
    table(['apps × 2', ...phases, 'CPU s', 'MB', 'change'], rows),
  ].join('\n\n');
}
