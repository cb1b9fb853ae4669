/** One line of a text that changes. */
export interface Line {
  readonly mark: '+' | '-' | ' ';
  readonly text: string;
}

/** Texts with more lines than this are told as replaced, from the first line that differs to the last. */
const most = 1000;

/** The lines that differ between two texts, without those at both ends that are the same. */
export function lineChanges(before: string, after: string): Line[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  return aligned(old.slice(start, old.length - end), now.slice(start, now.length - end));
}

/** By the longest common subsequence. */
function aligned(old: readonly string[], now: readonly string[]): Line[] {
  const gone = (text: string): Line => ({ mark: '-', text });
  const come = (text: string): Line => ({ mark: '+', text });
  if (old.length > most || now.length > most) return [...old.map(gone), ...now.map(come)];
  const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  const length = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const row = common[i];
      if (row)
        row[j] = old[i] === now[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
    }
  const lines: Line[] = [];
  for (let i = 0, j = 0; i < old.length || j < now.length; ) {
    const [was, is] = [old[i] ?? '', now[j] ?? ''];
    if (i < old.length && j < now.length && was === is) {
      lines.push({ mark: ' ', text: was });
      i++;
      j++;
    } else if (i < old.length && (j === now.length || length(i + 1, j) >= length(i, j + 1))) {
      lines.push(gone(was));
      i++;
    } else {
      lines.push(come(is));
      j++;
    }
  }
  return lines;
}
