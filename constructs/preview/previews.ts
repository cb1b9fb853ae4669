import { ApiObject } from 'cdk8s';
import { argocdNamespace, finalizer, syncPolicy } from '../argocd/argocd.js';
import { DnsRecord } from '../network/dns-record.js';
import type { Component, Platform } from '../platform/platform.js';
import { fault } from '../refusals/fault.js';
import { SystemService } from '../service/system-service.js';
import { VaultSecret } from '../service/vault-secret.js';
import { ownLabels } from '../values/labels.js';
import { zoneOf } from '../values/zone.js';
import { type Preview, previewsOf, standInNumber } from './preview.js';
import { previewNamespaceProject, previewProject } from './projects.js';

/** The label that a pull request needs: on GitHub only who may triage can set it. */
const requestLabel = 'preview';

/** Seconds between two looks at the pull requests of a repository: 40 an hour, of 5,000 that a token may ask. */
const everySeconds = 90;

const tokenSecret = { name: 'preview-token', key: 'token' };

/** Where previews come from. */
export interface PreviewsProps {
  /** The services that must be healthy first. @default - none */
  readonly dependsOn?: readonly Component[];
}

/**
 * An ApplicationSet for each app that is previewed, which makes two Applications for each open pull request with the
 * label `preview`: its room, and the app in it. Both go when the request is closed or loses the label.
 *
 * Of a pull request only its number and the name of its commit are used. Branches, titles and authors, which
 * strangers choose, go nowhere; all that is deployed but the image comes from this repository.
 */
export class Previews extends SystemService {
  constructor(platform: Platform, id: string, props: PreviewsProps) {
    super(platform, id, { namespace: argocdNamespace, podSecurity: 'other', dependsOn: props.dependsOn });
    platform.whenDeclared(this, () => {
      const all = previewsOf(platform);
      if (all.length === 0 || !platform.props.previewDomain) return;
      new VaultSecret(this, tokenSecret.name, {
        keys: {
          [tokenSecret.key]:
            'fine-grained token on GitHub that may read pull requests of previewed repositories',
        },
      });
      for (const preview of all) {
        this.node.addDependency(preview.hostPart);
        this.makeRecord(platform, preview);
        this.makeSet(platform, preview);
      }
    });
  }

  /** Not one for all apps: a wildcard does not hold below a name that has a record of its own. */
  private makeRecord(platform: Platform, { app, domain }: Preview): void {
    const host = `*.${domain}`;
    const zone = zoneOf(domain, platform.props.zones);
    if (zone && !zone.askTo) new DnsRecord(this, `record ${app}`, { host, zone });
    else platform.problems.add(this, fault('preview-record', { host }));
  }

  /** Untyped, because the generated types of ApplicationSet repeat those of Application for each of its generators. */
  private makeSet(platform: Platform, preview: Preview): void {
    const { git } = platform;
    const { app, repository, workload, room, cluster } = preview;
    const namespace = `${app}-pr-{{ .number }}`;
    new ApiObject(this, `set ${app}`, {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      metadata: { name: `previews-${app}` },
      spec: {
        goTemplate: true,
        goTemplateOptions: ['missingkey=error'],
        generators: [
          {
            // One question to GitHub for both: a generator of each would ask twice.
            matrix: {
              generators: [
                {
                  pullRequest: {
                    github: {
                      owner: repository.owner,
                      repo: repository.name,
                      labels: [requestLabel],
                      tokenRef: { secretName: tokenSecret.name, key: tokenSecret.key },
                    },
                    requeueAfterSeconds: everySeconds,
                  },
                },
                {
                  list: {
                    elements: [
                      {
                        suffix: '-room',
                        project: previewNamespaceProject(platform).projectName,
                        path: `dist/${room.unit.path}`,
                      },
                      {
                        suffix: '',
                        project: previewProject(platform).projectName,
                        path: `dist/${workload.path}`,
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
        template: {
          metadata: {
            name: `${namespace}{{ .suffix }}`,
            labels: { [ownLabels.cluster]: cluster.clusterName, [ownLabels.project]: '{{ .project }}' },
            finalizers: [finalizer],
          },
          spec: {
            project: '{{ .project }}',
            destination: { name: cluster.destination, namespace },
            source: {
              repoURL: git.repository,
              targetRevision: git.revision,
              path: '{{ .path }}',
              kustomize: {
                namespace, // renames the Namespace itself as well
                images: [`${preview.image.from}=${preview.image.to.replaceAll('{sha}', '{{ .head_sha }}')}`],
                patches: [hostPatch(preview)],
              },
            },
            syncPolicy: syncPolicy(),
          },
        },
      },
    });
  }
}

/** Puts the preview's host into all places of its Ingress. Lists are replaced by place, so each is tested first. */
function hostPatch(preview: Preview) {
  const places = ['/spec/rules/0/host', '/spec/tls/0/hosts/0'];
  const operations = places.flatMap((path) => [
    { op: 'test', path, value: preview.hostOf(standInNumber) },
    { op: 'replace', path, value: preview.hostOf('{{ .number }}') },
  ]);
  return { target: { kind: 'Ingress', name: preview.app }, patch: JSON.stringify(operations) };
}
