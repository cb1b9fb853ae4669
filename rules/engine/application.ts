import { at, list, text } from './untyped.js';

/** Where an Application takes what it deploys; empty is what it does not say, or says as no text. */
export interface ApplicationSource {
  readonly repoURL: string;
  readonly path: string;
  readonly chart: string;
  readonly targetRevision: string;
}

/** The sources of an Application: as Argo CD does, `source` counts where there are no `sources`. */
export function sourcesOf(application: unknown): readonly ApplicationSource[] {
  const several = list(application, 'spec', 'sources');
  return (several.length > 0 ? several : list([at(application, 'spec', 'source')])).map((source) => ({
    repoURL: text(source, 'repoURL'),
    path: text(source, 'path'),
    chart: text(source, 'chart'),
    targetRevision: text(source, 'targetRevision'),
  }));
}

/** The folder of `dist/` that a path in git names. */
export const distFolder = (path: string): string | undefined => /^dist\/(.+?)\/?$/.exec(path)?.[1];

/** The folder of a unit, `<cluster>/<unit>`, that a path in git names. */
export const unitFolder = (path: string): string | undefined => /^dist\/([^/]+\/[^/]+)\/?$/.exec(path)?.[1];
