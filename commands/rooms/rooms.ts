import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript-api';
import { listFiles } from '../../cli/files.js';

/** The rooms of `constructs/`, bottom to top: each imports only from those named before it. */
export const vocabulary = [
  'refusals',
  'values',
  'problems',
  'kube',
  'argocd',
  'platform',
  'network',
  'workload',
  'service',
  'cluster',
  'environment',
  'database',
  'app',
  'preview',
  'kinds',
] as const;

/** What the other rooms may import from, beside themselves. */
const foundations: Readonly<Record<string, readonly string[]>> = {
  cli: ['constructs/refusals', 'constructs/values'],
  rules: [
    'cli',
    'constructs/refusals',
    'constructs/values',
    'constructs/problems',
    'constructs/kube',
    'constructs/argocd',
  ],
  synth: ['cli', 'constructs', 'rules'],
};

/** A file, and the files that it imports, types included. */
export interface Source {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly string[];
}

/** All files of `cli/`, `constructs/`, `rules/` and `synth/`. */
export function sourcesOf(root: string): Source[] {
  const paths = ['cli', 'constructs', 'rules', 'synth'].flatMap((folder) =>
    listFiles(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  return paths
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const imports = ts
        .preProcessFile(text)
        .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
        .map(({ fileName }) => normalize(join(dirname(path), fileName.replace(/\.js$/, '.ts'))));
      return {
        path,
        lines: text.split('\n').length - 1,
        imports: imports.filter((each) => paths.includes(each)),
      };
    });
}

/** `constructs/app`, `rules/pods`, `synth`: the room that a file is in. */
export function roomOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  return folders.slice(0, 2).join('/');
}

/** Imports that run upward, each as `from → to`. The public door, `constructs/index.ts`, is above its rooms. */
export const upwardImports = (sources: readonly Source[]): string[] =>
  sources
    .filter(({ path }) => path !== 'constructs/index.ts')
    .flatMap(({ path, imports }) =>
      imports.filter((target) => !mayImport(path, target)).map((target) => `${path} → ${target}`),
    );

function mayImport(from: string, to: string): boolean {
  const [folder = ''] = from.split('/');
  const room = roomOf(to);
  if (folder !== 'constructs') {
    return [folder, ...(foundations[folder] ?? [])].some(
      (each) => room === each || room.startsWith(`${each}/`),
    );
  }
  const floor = (path: string) => vocabulary.indexOf(path.split('/')[1] as (typeof vocabulary)[number]);
  return to.startsWith('constructs/') && to !== 'constructs/index.ts' && floor(to) <= floor(from);
}

/** The floor of each file: 1 if it imports no other, else one above the highest of those that it imports. */
export function floorsOf(sources: readonly Source[]): ReadonlyMap<string, number> {
  const floors = new Map<string, number>();
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const floorOf = (path: string, above: readonly string[] = []): number => {
    if (above.includes(path)) throw new Error(`a circle of imports: ${[...above, path].join(' → ')}`);
    const known = floors.get(path);
    if (known !== undefined) return known;
    const below = byPath.get(path)?.imports ?? [];
    const floor = 1 + Math.max(0, ...below.map((each) => floorOf(each, [...above, path])));
    floors.set(path, floor);
    return floor;
  };
  for (const { path } of sources) floorOf(path);
  return floors;
}

/** A room, for the table. */
export interface Room {
  readonly room: string;
  readonly files: number;
  readonly lines: number;
  /** The lowest and the highest floor of its files. */
  readonly floors: readonly [number, number];
}

/** The rooms in their order, those of the vocabulary first. */
export function roomsOf(sources: readonly Source[]): Room[] {
  const floors = floorsOf(sources);
  const names = [...new Set(sources.map(({ path }) => roomOf(path)))];
  const rank = (room: string) => {
    const index = vocabulary.indexOf(room.replace('constructs/', '') as (typeof vocabulary)[number]);
    return index < 0 ? vocabulary.length : index;
  };
  return names
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((room) => {
      const inside = sources.filter(({ path }) => roomOf(path) === room);
      const heights = inside.map(({ path }) => floors.get(path) ?? 0);
      return {
        room,
        files: inside.length,
        lines: inside.reduce((sum, { lines }) => sum + lines, 0),
        floors: [Math.min(...heights), Math.max(...heights)] as const,
      };
    });
}
