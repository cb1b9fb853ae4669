import { type ApiObject, App, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { argocdNamespace, finalizer, syncPolicy } from '../constructs/argocd/argocd.js';
import type { Manifest } from '../constructs/kube/manifest.js';
import type { Platform } from '../constructs/platform/platform.js';
import { Application } from '../imports/application-argoproj.io.js';
import { AppProject } from '../imports/appproject-argoproj.io.js';
import { applicationOf } from './application.js';
import { manifestOf } from './manifest-of.js';
import { projectSpec, usedProjects } from './projects.js';
import type { RenderedUnit } from './rendered.js';

/** An object that Argo CD reads, and what it is made for. */
export interface ArgoObject {
  readonly manifest: Manifest;
  readonly at: IConstruct;
}

/** What the root syncs: an Application for each unit, and the projects that limit them. */
export function argocdObjects(platform: Platform, units: readonly RenderedUnit[]): ArgoObject[] {
  const chart = new Chart(new App(), 'argocd');
  const made: [ApiObject, IConstruct][] = [];
  for (const { unit, wave, files } of units) {
    if (unit.isTemplate) continue;
    made.push([new Application(chart, unit.path, applicationOf(unit, platform.props, wave, files)), unit]);
  }
  for (const used of usedProjects(platform)) {
    const { project } = used;
    const object = new AppProject(chart, `project ${project.projectName}`, {
      metadata: {
        name: project.projectName,
        namespace: argocdNamespace,
        annotations: { 'argocd.argoproj.io/sync-wave': '-1' },
      },
      spec: projectSpec(used, platform),
    });
    made.push([object, project]);
  }
  return made.flatMap(([object, at]) => {
    const manifest = manifestOf(object, platform.problems, at);
    return manifest ? [{ manifest, at }] : [];
  });
}

/** What is applied by hand, once: the root's project and the root. */
export function rootObjects({ git }: Platform): Manifest[] {
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
  return chart.apiObjects.map((object) => object.toJson());
}
