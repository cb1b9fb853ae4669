/** A Helm chart, pinned: where it is and which version. */
export interface ChartPin {
  /** The chart's name in its repository. */
  readonly name: string;
  /** The exact version. */
  readonly version: string;
  /** The repository's address. */
  readonly repository: string;
}

/** A chart that Argo CD renders. Nothing is fetched at synth. */
export interface HelmSource {
  /** Which chart. */
  readonly chart: ChartPin;
  /** The release's name, a prefix of what the chart makes. @default - the chart's name */
  readonly releaseName?: string;
  /** The values that differ from the chart's own. @default - none */
  readonly values?: Record<string, unknown>;
  /** Leaves out the definitions of custom resources in the chart's `crds` folder. @default false */
  readonly skipCrds?: boolean;
}
