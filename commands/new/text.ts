const reserved = new Set(
  'await break case catch chart class clubs const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package platform private protected public return static super switch this throw true try typeof undefined var void while with yield arguments eval'.split(
    ' ',
  ),
);

/** A name of TypeScript for a DNS label: `my-site` becomes `mySite`. */
export function identifier(label: string): string {
  const camel = label.replace(/-+(.)/g, (_, next: string) => next.toUpperCase());
  const lawful = /^[0-9]/.test(camel) ? `the${camel}` : camel;
  return reserved.has(lawful) ? `${lawful}Of` : lawful;
}

/** A string as TypeScript writes it. */
export function quoted(text: string): string {
  return text.includes("'") && !text.includes('"')
    ? JSON.stringify(text)
    : `'${text.replace(/['\\]/g, '\\$&')}'`;
}
