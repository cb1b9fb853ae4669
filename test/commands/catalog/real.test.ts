import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { clubs } from '../../../apps/clubs.js';
import { catalogOf } from '../../../commands/catalog/catalog.js';
import { catalogFiles } from '../../../commands/catalog/files.js';
import { isApp } from '../../../constructs/app/app.js';
import { realPlatform, realRendered } from '../../real-platform.js';
import { sampleCatalog } from './sample.js';

const platform = await realPlatform();
const rendered = await realRendered();
const { files, units } = rendered;
const deployed = units.filter(({ unit }) => !unit.isTemplate);
const props = {
  keeper: clubs.cedille,
  history: new Map([['host/vault', { commit: 'a'.repeat(40), date: '2026-11-21' }]]),
};
const catalog = catalogOf(platform, rendered, props);
const hosts = catalog.entries.flatMap(({ places }) =>
  places.flatMap((place) => place.hosts.map(({ host }) => host)),
);
const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../catalog/catalog.schema.json'), 'utf8'),
);
const validate = new Ajv2020({ allErrors: true }).compile(schema);
const errorsOf = (data: unknown) =>
  validate(JSON.parse(JSON.stringify(data))) ? [] : (validate.errors ?? []);

describe('the catalogue of the real platform', () => {
  it('is as its schema says, and so is one that has everything', () => {
    expect(errorsOf(catalog)).toEqual([]);
    expect(errorsOf(sampleCatalog())).toEqual([]);
  });

  it('is refused by its schema with anything else in it', () => {
    const [first] = catalog.entries;
    expect(errorsOf({ ...catalog, entries: [{ ...first, password: 'no' }] })).not.toEqual([]);
    expect(errorsOf({ ...catalog, units: [{ ...catalog.units[0], wave: -1 }] })).not.toEqual([]);
    expect(errorsOf({ ...catalog, clusters: [] })).not.toEqual([]);
  });

  it('has every unit once, in itself and in its entries', () => {
    const paths = deployed.map(({ unit }) => unit.path).sort();
    expect(paths.length).toBeGreaterThan(100);
    expect(catalog.units.map(({ path }) => path).sort()).toEqual(paths);
    const ofEntries = catalog.entries.flatMap(({ places }) => places.flatMap((place) => place.units));
    expect([...ofEntries].sort()).toEqual(paths);
    for (const { path, entry } of catalog.units)
      expect(
        catalog.entries.find(({ id }) => id === entry)?.places.flatMap((place) => place.units),
      ).toContain(path);
  });

  it('has every app', () => {
    const apps = platform.node
      .findAll()
      .filter(isApp)
      .map(({ node }) => node.id);
    expect(
      catalog.entries
        .filter(({ kind }) => kind === 'app')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(apps.sort());
  });

  it('has every public host once, those of every Ingress among them', () => {
    expect([...hosts].sort()).toEqual(platform.publicHosts.names);
    const ingresses = deployed
      .flatMap(({ files }) => [...files])
      .filter(([path]) => path.startsWith('Ingress.'));
    expect(ingresses.length).toBeGreaterThan(30);
    for (const [path, content] of ingresses) {
      const { spec } = load(content) as { spec: { rules: { host: string }[] } };
      for (const { host } of spec.rules) expect(hosts, path).toContain(host);
    }
  });

  it('has every image of every pod', () => {
    const told = new Set(
      catalog.entries.flatMap(({ places }) =>
        places.flatMap(({ programs }) => programs.map(({ image }) => image)),
      ),
    );
    const images = [...files]
      .filter(([path]) => /\/(Deployment|StatefulSet|DaemonSet|CronJob|Job)\.[^/]+$/.test(path))
      .flatMap(([, content]) =>
        [...content.matchAll(/^ +(?:- )?image: "?([^"\n]+)"?$/gm)].map(([, image]) => image ?? ''),
      );
    expect(images.length).toBeGreaterThan(50);
    expect(images.filter((image) => !told.has(image))).toEqual([]);
  });

  it('has everything that people provide', () => {
    const provided = units.flatMap(({ unit }) => unit.inputs.map(({ at }) => at));
    const told = catalog.entries.flatMap(({ places }) =>
      places.flatMap(({ secrets }) => secrets.map(({ at }) => at)),
    );
    expect([...told].sort()).toEqual([...provided].sort());
  });

  it('depends on nothing that it does not have', () => {
    const paths = new Set(catalog.units.map(({ path }) => path));
    for (const { path, wave, dependsOn } of catalog.units)
      for (const needs of dependsOn) {
        expect(paths, path).toContain(needs);
        expect(catalog.units.find((unit) => unit.path === needs)?.wave, path).toBeLessThan(wave);
      }
  });

  it('finds Argo CD and Grafana', () => {
    expect(catalog.tools).toEqual({
      argocd: 'https://argocd.omni.cedille.club',
      grafana: 'https://grafana.omni.cedille.club',
    });
  });

  it('tells since which commit a unit is as it is, where that is known', () => {
    const told = catalog.units.filter(({ since }) => since);
    expect(told).toMatchObject([{ path: 'host/vault', since: { date: '2026-11-21' } }]);
  });

  it('says where everything that a file declares is declared', () => {
    for (const { id, source } of catalog.entries) {
      if (!id.endsWith('-namespaces')) expect(source, id).toMatch(/^(apps|system)\/[\w-]+\.ts$/);
    }
    expect(catalog.entries.find(({ id }) => id === 'httpbin')?.description).toMatch(/^The sample that shows/);
  });

  it('is the same bytes each time, and a page of less than 300 kB', () => {
    const first = catalogFiles(platform, rendered, props);
    expect(catalogFiles(platform, rendered, props)).toEqual(first);
    expect(Buffer.byteLength(first.get('index.html') ?? '')).toBeLessThan(300_000);
  });
});
