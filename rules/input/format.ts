import { coloured, paint } from '../../cli/terminal.js';
import { formatProblem, type Problem, placeOf } from '../../constructs/problems/problems.js';
import type { Language } from '../../constructs/refusals/text.js';

/** How problems are printed. */
export type Format = 'text' | 'json' | 'sarif' | 'github';

/** All formats. */
export const formats: readonly Format[] = ['text', 'json', 'sarif', 'github'];

/** Where a problem is: `apps/chess.ts:6`, or a file without a line. */
const lineOf = ({ source }: Problem): { file?: string; line: number } => {
  const [, file, line] = /^(.*?)(?::(\d+))?$/.exec(source ?? '') ?? [];
  return { ...(file && { file }), line: Number(line ?? 1) };
};

const writers: Readonly<Record<Format, (problems: readonly Problem[]) => string>> = {
  text: (problems) => problems.map((problem) => formatProblem(problem)).join('\n'),
  json: (problems) => JSON.stringify({ problems }, undefined, 2),
  github: (problems) => problems.map(annotation).join('\n'),
  sarif: (problems) => JSON.stringify(sarif(problems), undefined, 2),
};

/** Problems as one text, without a line break at its end. */
export const writeProblems = (problems: readonly Problem[], format: Format): string =>
  writers[format](problems);

/** A problem as one line, on a terminal with its place and its id in colours. */
export function paintProblem(
  problem: Problem,
  stream: NodeJS.WriteStream,
  language: Language = 'en',
): string {
  const place = placeOf(problem);
  const line = formatProblem(problem, language);
  if (!coloured(stream)) return line;
  const mark = `[${problem.id}]`;
  const at = line.indexOf(mark, place.length);
  const rest = `${line.slice(place.length, at)}${paint('magenta', mark, stream)}${line.slice(at + mark.length)}`;
  return `${paint('cyan', place, stream)}${rest}`;
}

/** A workflow command of GitHub Actions: the line is marked in the pull request. */
function annotation(problem: Problem): string {
  const { file, line } = lineOf(problem);
  const plain = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => plain(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const place = file ? `file=${property(file)},line=${line},` : '';
  return `::error ${place}title=${property(problem.id)}::${plain(formatProblem({ ...problem, source: undefined }))}`;
}

/** The Static Analysis Results Interchange Format, 2.1.0, as code scanning takes it. */
function sarif(problems: readonly Problem[]) {
  const ids = [...new Set(problems.map(({ id }) => id))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'plateforme-cedille', rules: ids.map((id) => ({ id })) } },
        results: problems.map((problem) => {
          const { file, line } = lineOf(problem);
          return {
            ruleId: problem.id,
            level: 'error',
            message: { text: formatProblem({ ...problem, source: undefined }) },
            locations: file
              ? [{ physicalLocation: { artifactLocation: { uri: file }, region: { startLine: line } } }]
              : [],
          };
        }),
      },
    ],
  };
}
