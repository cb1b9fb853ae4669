import { exponent, type OwnFigures, type Run, type Synth } from './figures.js';

const seconds = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
/** A table of figures, whose first column says what they are of. */
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map((_, index) => (index === 0 ? ':---' : '---:'))), ...rows.map(row)].join('\n');

/** The figures of a run as Markdown: a column for each size, so that tables are narrow. */
export function markdown(run: Run): string {
  const { own, machine, commit, date } = run;
  const { rows, notes } = compared(run);
  return [
    `Measured on ${date} at ${commit}: ${machine}.`,
    '**Here**, by phase. CPU time of the process, its start included, in seconds.',
    table(head(own), costs(own)),
    growth(own),
    '**Again**, after the image of one app has changed.',
    table(head(own), again(own)),
    '**Beside others**, on the same objects. CPU seconds, and how much of it a synth takes here.',
    table(head(own), rows),
    notes.map((note, index) => `<sup>${index + 1}</sup> ${note}.`).join('\\\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

const head = (own: readonly OwnFigures[]): string[] => ['size', ...own.map(({ apps }) => `${apps} apps × 2`)];

const line = (name: string, own: readonly OwnFigures[], figure: (each: OwnFigures) => string): string[] => [
  name,
  ...own.map(figure),
];

const phasesOf = (own: readonly OwnFigures[], of: (each: OwnFigures) => Synth): string[][] =>
  Object.keys(own[0]?.phases ?? {}).map((phase) =>
    line(phase, own, (each) => seconds(of(each).phases[phase] ?? 0)),
  );

const costs = (own: readonly OwnFigures[]): string[][] => [
  line('resources', own, ({ resources }) => String(resources)),
  ...phasesOf(own, (each) => each),
  line('**CPU time, s**', own, ({ cpu }) => `**${seconds(cpu)}**`),
  line('wall time, s', own, ({ wall }) => seconds(wall)),
  line('memory, MB', own, ({ memory }) => String(Math.round(memory))),
  line('ms per resource', own, ({ cpu, resources }) => ((cpu * 1000) / resources).toFixed(2)),
];

const again = (own: readonly OwnFigures[]): string[][] => [
  line('files written', own, (each) => String(each.again.written)),
  ...phasesOf(own, (each) => each.again),
  line('**CPU time, s**', own, (each) => `**${seconds(each.again.cpu)}**`),
  line('of the first', own, (each) => times(each.again.cpu / each.cpu)),
];

/** A line for each other, and how what was not all measured was come by. */
function compared({ own, peers }: Run): { rows: string[][]; notes: string[] } {
  const notes: string[] = [];
  const marked = (note: string | undefined): string => {
    if (!note) return '';
    if (!notes.includes(note)) notes.push(note);
    return `<sup>${notes.indexOf(note) + 1}</sup>`;
  };
  const rows = [...new Set(peers.map(({ peer }) => peer))].map((name) => [
    name,
    ...own.map((each) => {
      const peer = peers.find((other) => other.peer === name && other.apps === each.apps);
      return peer ? `${seconds(peer.cpu)}${marked(peer.estimated)} (${times(each.cpu / peer.cpu)})` : '';
    }),
  ]);
  return { rows: [['here', ...own.map(({ cpu }) => seconds(cpu))], ...rows], notes };
}

/** `1/52` of something, or `1.8×` it. */
const times = (ratio: number): string => (ratio < 1 ? `1/${(1 / ratio).toFixed(1)}` : `${ratio.toFixed(1)}×`);

/** How CPU time grows between the sizes that are not mostly start-up. */
function growth(own: readonly OwnFigures[]): string {
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
