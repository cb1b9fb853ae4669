// Written here because Argo CD matches by Go's gobwas/glob, whose patterns minimatch and other libraries read otherwise.

/**
 * Whether a value matches a pattern of Argo CD: `*` stands for any characters except separators, `**` for any
 * characters, `?` for one, `[a-z]` for one in a range, `{a,b}` for one of several texts. The pattern `*` alone matches
 * everything.
 */
export function globMatches(pattern: string, value: string, separator = ''): boolean {
  if (pattern === '*') return true;
  if (!/[*?[{\\]/.test(pattern)) return pattern === value;
  return compiled(pattern, separator)?.test(value) ?? false;
}

const known = new Map<string, RegExp | undefined>();

function compiled(pattern: string, separator: string): RegExp | undefined {
  const key = `${separator}\0${pattern}`;
  if (!known.has(key)) known.set(key, compile(pattern, separator));
  return known.get(key);
}

function compile(pattern: string, separator: string): RegExp | undefined {
  const some = separator ? `[^${separator}]` : '[\\s\\S]';
  let depth = 0;
  const parts = [...pattern.matchAll(/\*\*|\\.|\[!?[^\]]*\]|[\s\S]/g)].map(([part]) => {
    if (part === '**') return '[\\s\\S]*';
    if (part === '*') return `${some}*`;
    if (part === '?') return some;
    if (part.length > 1 && part.startsWith('[')) return part.replace(/^\[!/, '[^');
    if (part.length === 2) return quoted(part.slice(1));
    if (part === '{') depth += 1;
    if (part === '{') return '(?:';
    if (part === '}' && depth > 0) {
      depth -= 1;
      return ')';
    }
    return part === ',' && depth > 0 ? '|' : quoted(part);
  });
  try {
    return new RegExp(`^${parts.join('')}$`);
  } catch {
    return undefined; // For Argo CD, too, nothing matches a pattern that it cannot read
  }
}

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
