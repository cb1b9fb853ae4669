import { GitHubSecretEngineRole } from '../../imports/githubsecretenginerole-redhatcop.redhat.io.js';
import type { AppSpec } from '../app/spec.js';
import type { AppEnvironment } from '../environment/app-environment.js';
import { Platform } from '../platform/platform.js';
import { vaultLogin } from '../service/vault-login.js';
import type { Fault } from '../values/fault.js';
import { mergeLayer } from '../values/layers.js';
import { ClubApp, type KnownAppProps } from './club-app.js';
import { type GravContent, gravStart } from './grav-start.js';

/** What is wrong with the repository of a site's pages; undefined if nothing is. */
export const repositoryFault = (repository: string | undefined): Fault | undefined =>
  repository !== undefined && /^[\w.-]+\/[\w.-]+$/.test(repository)
    ? undefined
    : {
        what:
          repository === undefined
            ? 'it has no repository'
            : `repository '${repository}' is no repository on GitHub`,
        mend: `Write it like 'ClubCedille/acets.etsmtl.ca'`,
      };

/** A Grav site. */
export type GravSiteProps = KnownAppProps<GravContent>;

/**
 * A site that a club writes in its browser, with Grav: its pages come from a GitHub repository and go back to it, by a
 * token that Vault makes for this site alone; passwords of its two administrators and the salt are made up by Vault.
 */
export class GravSite extends ClubApp {
  constructor(platform: Platform, id: string, props: GravSiteProps) {
    const { repository, branch, base, ...rest } = props;
    super(platform, id, {
      ...rest,
      base: mergeLayer<AppSpec>(grav({ repository, branch }, platform.props.contact), base),
    });
    const fault = repositoryFault(repository);
    if (fault) platform.problems.add(this, fault.what, fault.mend);
    else for (const environment of this.environments) tokenFor(environment, repository);
  }

  protected override get fields(): readonly string[] {
    return [...super.fields, 'branch', 'repository'];
  }
}

const html = '/var/www/html';
const password = { keys: { password: 'any' }, as: 'file', generate: true } as const;

const grav = (content: GravContent, contact: string): AppSpec => ({
  image: 'ghcr.io/clubcedille/grav:0.0.8',
  port: 8080,
  user: 33, // www-data, which the image's files belong to
  size: 'medium',
  volumes: { site: { mount: `${html}/user`, size: '1Gi', personalData: false } },
  exempt: [{ rule: 'high-user-id', reason: 'the files in its image belong to www-data' }],
  // A new volume is empty: it gets what the image has at its place.
  prepare: ['/bin/sh', '-c', `[ -e /prepare/site/config ] || cp -R ${html}/user/. /prepare/site/`],
  command: ['/opt/cedille/start.sh'],
  files: { '/opt/cedille/start.sh': gravStart(content, contact) },
  scratch: [
    ...['assets', 'backup', 'cache', 'images', 'logs', 'tmp'].map((folder) => `${html}/${folder}`),
    '/tmp',
    '/var/run/apache2',
    '/var/lock/apache2',
  ],
  internet: true, // GitHub
  secrets: {
    admin: password,
    sre: password,
    salt: password,
    github: { keys: { token: 'made by Vault' }, as: 'file', path: 'github/token/{namespace}' },
  },
});

/** Lets Vault make tokens for this repository and no other. */
function tokenFor(environment: AppEnvironment, repository: string): void {
  const [organizationName = '', name = ''] = repository.split('/');
  const { vault } = Platform.of(environment).props;
  new GitHubSecretEngineRole(environment.hostPart, 'github', {
    metadata: { name: environment.namespace, namespace: vault.namespace },
    spec: {
      authentication: vaultLogin(vault.roles.admin),
      path: 'github',
      organizationName,
      repositories: [name],
    },
  });
  Platform.of(environment).need(environment.hostPart, GitHubSecretEngineRole.GVK);
}
