import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type ts from 'typescript-api';
import type { Problem } from '../constructs/problems/problems.js';

type TypeScript = typeof ts;

/** The same problems, each with the line of its field, where that stands in the file that declares it. */
export function located(problems: readonly Problem[]): Problem[] {
  if (!problems.some(({ field, source }) => field && source)) return [...problems];
  // Loaded only when something is wrong: it takes longer to load than a synth takes. Not bundled: the name is a value.
  const name = 'typescript-api';
  const compiler = createRequire(import.meta.url)(name) as TypeScript;
  const files = new Map<string, ts.SourceFile | undefined>();
  return problems.map((problem) => {
    const [, path, line] = /^(.+):(\d+)$/.exec(problem.source ?? '') ?? [];
    if (!path || !problem.field) return problem;
    if (!files.has(path)) files.set(path, parsed(compiler, path));
    const file = files.get(path);
    const found = file && lineOf(compiler, file, Number(line), problem.field);
    return found ? { ...problem, source: `${path}:${found}` } : problem;
  });
}

const parsed = ({ createSourceFile, ScriptTarget }: TypeScript, path: string): ts.SourceFile | undefined =>
  existsSync(path)
    ? createSourceFile(path, readFileSync(path, 'utf8'), ScriptTarget.ES2022, true)
    : undefined;

/** The line of the innermost part of `field` that is written out in what is declared on `line`. */
function lineOf(
  compiler: TypeScript,
  file: ts.SourceFile,
  line: number,
  field: readonly string[],
): number | undefined {
  const lineAt = (node: ts.Node) => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
  let declared: ts.ObjectLiteralExpression | undefined;
  const visit = (node: ts.Node): void => {
    if (compiler.isNewExpression(node) && lineAt(node) === line)
      declared ??= node.arguments?.find((each) => compiler.isObjectLiteralExpression(each));
    compiler.forEachChild(node, visit);
  };
  visit(file);
  let inner: ts.Node | undefined = declared;
  let found: number | undefined;
  for (const key of field) {
    if (!inner || !compiler.isObjectLiteralExpression(inner)) break;
    const property: ts.ObjectLiteralElementLike | undefined = inner.properties.find(
      ({ name }) => name && 'text' in name && name.text === key,
    );
    if (!property) break;
    found = lineAt(property);
    inner = compiler.isPropertyAssignment(property) ? property.initializer : undefined;
  }
  return found;
}
