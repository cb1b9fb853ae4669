import { load } from 'js-yaml';
import { isApp } from '../../constructs/app/app.js';
import type { Manifest } from '../../constructs/kube/manifest.js';
import type { Platform } from '../../constructs/platform/platform.js';
import { podIn } from '../../rules/engine/pod-view.js';
import type { Rendered } from '../../synth/rendered.js';

/** The image of one program of an app, in one environment. */
export interface Running {
  readonly app: string;
  readonly environment: string;
  readonly program: string;
  readonly image: string;
}

/** What runs of all apps, by what the platform would write: layers, defaults and all. Databases are not programs. */
export function runningImages(platform: Platform, rendered: Rendered): Running[] {
  const units = new Map(rendered.units.map(({ unit, files }) => [unit, files]));
  return platform.node.children.filter(isApp).flatMap(({ environments }) =>
    environments.flatMap(({ app, environment, workload, services, jobs }) =>
      [...(units.get(workload)?.values() ?? [])].flatMap((text): Running[] => {
        const manifest = load(text) as Manifest;
        const program = manifest.metadata.name;
        const image = podIn(manifest)?.spec.containers?.find(({ name }) => name === program)?.image;
        return image && (services.has(program) || jobs.has(program))
          ? [{ app, environment, program, image }]
          : [];
      }),
    ),
  );
}
