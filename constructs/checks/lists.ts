/** What is in a list; nothing where there is none. People write `ports: null`, and forget what comes after a dash. */
export const listOf = <T>(value: readonly T[] | null | undefined): readonly T[] =>
  Array.isArray(value) ? value.filter((each) => each !== null && each !== undefined) : [];

/** The fields of what should be an object; none where it is not. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
