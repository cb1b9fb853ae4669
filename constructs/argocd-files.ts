import { App, Chart } from 'cdk8s';
import { Application } from '../imports/application-argoproj.io.js';
import { AppProject } from '../imports/appproject-argoproj.io.js';
import { applicationOf, argocdNamespace, finalizer, syncPolicy, type UnitFiles } from './application.js';
import { fileName, toYaml } from './manifest.js';
import type { Platform } from './platform.js';
import type { Unit } from './unit.js';

/** A unit, when its turn is, and what is in it. */
export interface RenderedUnit {
  readonly unit: Unit;
  readonly wave: number;
  readonly files: UnitFiles;
}

/** What the root syncs: an Application for each unit, and the projects that fence them; content by file name. */
export function argocdFiles(platform: Platform, units: readonly RenderedUnit[]): Map<string, string> {
  const chart = new Chart(new App(), 'argocd');
  for (const { unit, wave, files } of units) {
    new Application(chart, unit.path, applicationOf(unit, platform.props, wave, files));
  }
  for (const project of platform.allProjects.filter(({ isUsed }) => isUsed)) {
    new AppProject(chart, `project ${project.projectName}`, {
      metadata: {
        name: project.projectName,
        namespace: argocdNamespace,
        annotations: { 'argocd.argoproj.io/sync-wave': '-1' },
      },
      spec: project.spec(platform.props),
    });
  }
  const manifests = chart.apiObjects.map((object) => object.toJson());
  return new Map(manifests.map((manifest) => [fileName(manifest), toYaml(manifest)]));
}

/** The one file applied by hand, once: the root's project and the root. */
export function rootFile({ git }: Platform): string {
  const chart = new Chart(new App(), 'root');
  const metadata = { name: 'root', namespace: argocdNamespace };
  const destination = { name: 'in-cluster', namespace: argocdNamespace };
  new AppProject(chart, 'project', {
    metadata,
    spec: {
      description: 'The app-of-apps: it may hold Applications and AppProjects, nothing else',
      sourceRepos: [git.repository],
      destinations: [destination],
      namespaceResourceWhitelist: ['Application', 'AppProject'].map((kind) => ({
        group: 'argoproj.io',
        kind,
      })),
    },
  });
  new Application(chart, 'application', {
    metadata: { ...metadata, finalizers: [finalizer] },
    spec: {
      project: metadata.name,
      destination,
      source: { repoUrl: git.repository, targetRevision: git.revision, path: 'dist/argocd' },
      syncPolicy: syncPolicy(),
    },
  });
  return chart.apiObjects.map((object) => toYaml(object.toJson())).join('---\n');
}
