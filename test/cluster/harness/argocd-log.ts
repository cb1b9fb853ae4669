/** What Argo CD's programs tell in their logs of what they did; 2.11 tells it nowhere else. */

const all = (log: string, pattern: RegExp): RegExpExecArray[] => [...log.matchAll(pattern)];

/** The Applications that the API was asked to refresh, by a webhook for one. */
export const refreshesAsked = (log: string): string[] =>
  all(log, /msg="Requested app '([^']+)' refresh"/g).map(([, name]) => name as string);

/** The folders that were rendered because there was no rendering of them at a commit. */
export const foldersRendered = (log: string, commit: string): string[] => [
  ...new Set(
    all(log, /msg="manifest cache miss: [^\n]*?Path:([^,]*),[^\n]*\/([0-9a-f]{40})"/g)
      .filter(([, , at]) => at === commit)
      .map(([, path]) => path as string),
  ),
];

/** A time that the controller compared an Application to git. */
export interface Comparison {
  readonly application: string;
  /** How long it took by the clock, in milliseconds. */
  readonly took: number;
}

/** The comparisons to git, not those to what was rendered a moment ago (levels 0 and 1). */
export const comparisons = (log: string): Comparison[] =>
  all(
    log,
    /msg="Reconciliation completed" application=argocd\/(\S+) [^\n]*fields\.level=[23] [^\n]*time_ms=(\d+)/g,
  ).map(([, application, took]) => ({ application: application as string, took: Number(took) }));

/** The Applications that the controller began to refresh, for whatever reason, or for one. */
export const refreshesBegun = (log: string, reason = ''): string[] => [
  ...new Set(
    all(log, /msg="Refreshing app status \(([^\n]*?)\), level \(\d\)" application=argocd\/(\S+)/g)
      .filter(([, why]) => why?.includes(reason))
      .map(([, , name]) => name as string),
  ),
];

/** Which shard each cluster was given to, by its address. */
export const shardsOf = (log: string): Map<string, number> =>
  new Map(
    all(log, /msg="Cluster (\S+) has been assigned to shard (\d+)"/g).map(([, server, shard]) => [
      server as string,
      Number(shard),
    ]),
  );
