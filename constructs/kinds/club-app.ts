import { App, type AppKind, type AppProps } from '../app/app.js';
import { appFaults } from '../app/faults.js';
import { buildParts } from '../app/parts.js';
import type { AppLayer, AppSpec } from '../app/spec.js';
import type { Platform } from '../platform/platform.js';
import { Preview, type PreviewSpec } from '../preview/preview.js';
import { type Layer, mergeLayer } from '../values/layers.js';

/** A club's app. */
export type ClubAppProps = AppProps<AppSpec, AppLayer> & {
  /**
   * Tries out every pull request of the app's repository that has the label `preview`, in the sandbox. `true` takes
   * the repository that the image is called after. @default - pull requests are not tried out
   */
  readonly preview?: true | PreviewSpec;
};

/** An app of a kind that knows most of its base itself: its `Content`, and what differs from all others of its kind. */
export type KnownAppProps<Content> = Omit<ClubAppProps, 'base'> &
  Content & {
    /** What differs from all others of its kind. @default - nothing */
    readonly base?: Layer<AppSpec>;
  };

/** An app of programs, databases and jobs: what `ClubApp` and the kinds that know their base have in common. */
export abstract class ProgramApp extends App<AppSpec, AppLayer> {
  constructor(
    platform: Platform,
    id: string,
    props: Pick<ClubAppProps, 'preview' | 'sandbox'>,
    kind: Pick<AppKind<AppSpec, AppLayer>, 'shape' | 'base'>,
  ) {
    super(platform, id, props, {
      ...kind,
      faults: (spec, { app, environment }) =>
        appFaults(spec, { app, environment, zones: platform.props.zones }),
      build: buildParts,
    });
    const { preview, sandbox } = props;
    if (!preview || this.environments.length === 0) return;
    const base = kind.base(props as never, platform);
    new Preview(this, preview, mergeLayer<AppSpec & AppLayer>(base, sandbox));
  }
}

/**
 * What the platform hosts for a club: one declaration, from which follow, for each environment, the workload in that
 * environment's cluster and the host part beside it: one service or several, jobs, databases, secrets, what is public.
 */
export class ClubApp extends ProgramApp {
  constructor(platform: Platform, id: string, props: ClubAppProps) {
    super(platform, id, props, { shape: 'ClubApp', base: ({ base }: ClubAppProps) => base });
  }
}
