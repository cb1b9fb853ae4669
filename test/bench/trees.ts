import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { dump } from 'js-yaml';
import type { Manifest } from '../../constructs/kube/manifest.js';
import { nameOf, type Overlay } from './objects.js';

const documents = (objects: readonly unknown[]): string =>
  objects.map((each) => dump(each, { lineWidth: -1 })).join('---\n');

/** Of an app's objects those that are the same in all its environments. */
function common([first, ...others]: readonly Overlay[]): Manifest[] {
  const isCommon = (object: Manifest) =>
    others.every(({ objects }) => objects.some((each) => isDeepStrictEqual(each, object)));
  return (first?.objects ?? []).filter(isCommon);
}

/** Writes an app for kustomize as people do: a base, and for each environment an overlay that adds and patches. */
export function writeKustomize(folder: string, overlays: readonly Overlay[]): string[] {
  const [first] = overlays;
  const shared = common(overlays);
  // An object that differs is in the base as the first environment has it; others put their own in its place.
  const inAll = (object: Manifest) =>
    overlays.every(({ objects }) => objects.some((each) => nameOf(each) === nameOf(object)));
  const base = (first?.objects ?? []).filter(inAll);
  write(join(folder, 'base'), { 'objects.yaml': documents(base) }, { resources: ['objects.yaml'] });
  return overlays.map((overlay) => {
    const own = overlay.objects.filter((object) => !base.some((each) => nameOf(each) === nameOf(object)));
    const other = overlay.objects.filter(
      (object) => !own.includes(object) && !shared.some((each) => isDeepStrictEqual(each, object)),
    );
    const patches = overlay === first ? [] : other.map(replacing);
    const at = join(folder, overlay.environment);
    const resources = ['../base', ...(own.length > 0 ? ['objects.yaml'] : [])];
    write(at, { 'objects.yaml': documents(own) }, { resources, patches });
    return at;
  });
}

/** A patch that puts all fields of an object in the place of the base's. */
const replacing = ({ apiVersion, kind, ...fields }: Manifest) => ({
  target: { kind, name: fields.metadata.name },
  patch: dump(
    Object.entries(fields).map(([key, value]) => ({ op: 'add', path: `/${key}`, value })),
    { lineWidth: -1 },
  ),
});

function write(folder: string, files: Readonly<Record<string, string>>, kustomization: object): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const head = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' };
  writeFileSync(join(folder, 'kustomization.yaml'), dump({ ...head, ...kustomization }));
}

/** What Helm would take for an action of its templates. */
const literal = (text: string): string => text.replaceAll('{{', '{{ "{{" }}');

/** Writes an app as a chart: what is the same everywhere, and what depends on the environment under a condition. */
export function writeChart(folder: string, overlays: readonly Overlay[]): string[] {
  const shared = common(overlays);
  const [app = ''] = overlays.map((overlay) => overlay.app);
  mkdirSync(join(folder, 'templates'), { recursive: true });
  writeFileSync(join(folder, 'Chart.yaml'), dump({ apiVersion: 'v2', name: app, version: '1.0.0' }));
  writeFileSync(join(folder, 'templates/common.yaml'), literal(documents(shared)));
  return overlays.map(({ environment, objects }) => {
    const own = objects.filter((object) => !shared.some((each) => isDeepStrictEqual(each, object)));
    const template = `{{ if eq .Values.environment "${environment}" }}\n${literal(documents(own))}{{ end }}\n`;
    writeFileSync(join(folder, `templates/${environment}.yaml`), template);
    writeFileSync(join(folder, `values-${environment}.yaml`), dump({ environment }));
    return `${app} ${folder} -f ${join(folder, `values-${environment}.yaml`)}`;
  });
}
