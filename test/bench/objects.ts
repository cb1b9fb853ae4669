import { load } from 'js-yaml';
import type { Manifest } from '../../constructs/kube/manifest.js';
import { render } from '../../synth/render.js';
import { generatedPlatform } from './generated.js';

/** The objects of one app in one environment, those inside and those on the host. */
export interface Overlay {
  readonly app: string;
  readonly environment: string;
  readonly objects: readonly Manifest[];
}

/** The objects of all apps, as a synth writes them. */
export function overlaysOf(apps: number): Overlay[] {
  const platform = generatedPlatform(apps);
  const found = new Map<string, Manifest[]>();
  for (const [path, content] of render(platform).files) {
    const [, , app, environment] = /^(host|prod|staging)\/(app-\d+)-?(prod|staging)?\//.exec(path) ?? [];
    if (!app) continue;
    const key = `${app} ${environment ?? path.split('/')[0]}`;
    const objects = found.get(key) ?? [];
    objects.push(load(content) as Manifest);
    found.set(key, objects);
  }
  return [...found].map(([key, objects]) => {
    const [app = '', environment = ''] = key.split(' ');
    return { app, environment, objects };
  });
}

/** `Deployment/app-1`: by which the same object of two environments is known. */
export const nameOf = ({ kind, metadata }: Manifest): string => `${kind}/${metadata.name}`;
