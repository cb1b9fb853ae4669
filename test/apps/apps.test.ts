import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../cli/files.js';
import { runningImages } from '../../commands/promote/running.js';
import { isApp } from '../../constructs/app/app.js';
import { sourceOf } from '../../constructs/problems/source.js';
import { render } from '../../synth/render.js';
import { unloadedFaults } from '../../synth/unloaded.js';
import { realPlatform } from '../real-platform.js';

const root = join(import.meta.dirname, '../..');
const platform = await realPlatform();
const rendered = render(platform, { rules: [] });
const apps = platform.node.children.filter(isApp);
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
const holds = (path: string, literal: string) => textOf(path).includes(`'${literal}'`);

/** The app's own file: what a club changes. */
const fileOf = (app: string) => `apps/${app}.ts`;

describe('every app', () => {
  it('has a file of its name, which main.ts loads', () => {
    expect(apps.length).toBeGreaterThan(20);
    for (const app of apps) expect(sourceOf(app)?.replace(/:\d+$/, '')).toBe(fileOf(app.node.id));
    expect(unloadedFaults(root)).toEqual([]);
  });

  it('is emitted for its environments, and nothing else is in the virtual clusters but what the platform makes', () => {
    const declared = apps.flatMap(({ environments }) => environments.map(({ workload }) => workload.path));
    const clusters = new Set(Object.values(platform.props.environments));
    const emitted = [...clusters].flatMap((cluster) =>
      readdirSync(join(root, 'dist', cluster)).map((unit) => `${cluster}/${unit}`),
    );
    const others = emitted.filter((path) => !/\/(argo-rollouts|namespaces|.+-preview(-room)?)$/.test(path));
    expect(others.sort()).toEqual(declared.sort());
  });

  it('says each of its public hosts in its own file', () => {
    let hosts = 0;
    for (const app of apps) {
      for (const { workload } of app.environments) {
        const folder = join(root, 'dist', workload.path);
        for (const name of listFiles(folder).filter((each) => each.startsWith('Ingress.'))) {
          const { spec } = load(readFileSync(join(folder, name), 'utf8')) as {
            spec: { rules: { host: string }[] };
          };
          for (const { host } of spec.rules) {
            expect(holds(fileOf(app.node.id), host), `${fileOf(app.node.id)} says '${host}'`).toBe(true);
            hosts++;
          }
        }
      }
    }
    expect(hosts).toBeGreaterThan(20);
  });

  // So that a new version is one line of a file that the club owns, and npm run promote finds it.
  it('says in its own file which image it runs, unless it shares it with others', () => {
    const shared = ['apps/images.ts', 'constructs/kinds/grav-site.ts'];
    const running = runningImages(platform, rendered);
    expect(running.length).toBeGreaterThan(20);
    for (const { app, program, image } of running) {
      const said = [fileOf(app), ...shared].some((path) => holds(path, image));
      expect(said, `${program} of ${app} runs '${image}'`).toBe(true);
    }
  });
});
