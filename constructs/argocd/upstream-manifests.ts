/** A patch of an upstream object, in the words of Kustomize. */
export interface ReleasePatch {
  /** The object to change. */
  readonly target: { readonly kind: string; readonly name?: string; readonly namespace?: string };
  /** A strategic merge patch, or a JSON 6902 patch if it is a list. */
  readonly patch: Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[];
}

/** An upstream release that ships as YAML: taken in by a kustomization, so that nothing is copied and the version is pinned. */
export interface Release {
  /** Addresses of the YAML files, with the version in them. */
  readonly resources: readonly string[];
  /** What differs from upstream. @default - nothing */
  readonly patches?: readonly ReleasePatch[];
}
