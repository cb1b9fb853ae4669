/** Puts a line where it belongs among those that `pattern` finds, which are sorted by what it captures. */
function insert(text: string, pattern: RegExp, key: string, addition: string): string {
  const found = [...text.matchAll(pattern)];
  const last = found.at(-1);
  if (!last) throw new Error(`there is no place for ${key}. Add it by hand:\n${addition}`);
  // A list that is not quite sorted takes it before the first that is later, as long as all after that are.
  const next = found.find(({ 1: other = '' }) => other > key);
  const at = next ? next.index : last.index + last[0].length;
  return text.slice(0, at) + addition + text.slice(at);
}

/** `main.ts` with one more file of `apps/` or `system/`. */
export const withImport = (main: string, folder: 'apps' | 'system', name: string): string =>
  insert(
    main,
    // The virtual clusters come first whatever their name.
    new RegExp(` {2}import\\('\\./${folder}/(?!virtual-clusters\\.)([\\w-]+)\\.js'\\),\\n`, 'g'),
    name,
    `  import('./${folder}/${name}.js'),\n`,
  );

/** `apps/clubs.ts` with one more club. */
export const withClub = (clubs: string, key: string, line: string): string =>
  insert(clubs, / {2}(\w+): \{ club: .*\},\n/g, key, `  ${key}: ${line},\n`);

/** `system/Chart.yaml` with one more chart. */
export const withChart = (
  file: string,
  { name, version, repository }: { name: string; version: string; repository: string },
): string =>
  insert(
    file,
    / {2}- name: (.+)\n(?: {4}.+\n)+/g,
    name,
    `  - name: ${name}\n    version: ${version}\n    repository: ${repository}\n`,
  );
