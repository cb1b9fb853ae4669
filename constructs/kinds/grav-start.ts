import { type Fault, fault } from '../refusals/fault.js';

/** What a Grav site shows. */
export interface GravContent {
  /** The GitHub repository of its pages and themes, `organisation/name`. */
  readonly repository: string;
  /** Its branch. @default 'master' */
  readonly branch?: string;
}

/** What is wrong with the repository of a site's pages; undefined if nothing is. */
export const repositoryFault = (repository: string): Fault | undefined =>
  /^[\w.-]+\/[\w.-]+$/.test(repository)
    ? undefined
    : fault('repository-form', { repository }, { field: ['repository'] });

const site = '/var/www/html/user';

/** Grav's account of a person, made where there is none. Grav replaces the password by a hash at the first login. */
const account = (
  name: string,
  title: string,
  contact: string,
) => `[ -e ${site}/accounts/${name}.yaml ] || cat > ${site}/accounts/${name}.yaml <<END
state: enabled
email: ${contact}
username: ${name}
fullname: ${title}
title: ${title}
access: { admin: { login: true, super: true }, site: { login: true } }
password: '$(cat /vault/secrets/${name}-password)'
END
`;

/**
 * How a Grav site starts. Accounts are made only where there are none: people change them. The token for GitHub lives
 * an hour, so that the plugin's settings are written anew every few minutes, outside of what git keeps.
 */
export const gravStart = (
  { repository, branch = 'master' }: GravContent,
  contact: string,
): string => `#!/bin/sh
set -eu
umask 077
mkdir -p ${site}/accounts ${site}/data ${site}/config/plugins /tmp/grav

settings() {
  cat > /tmp/grav/next <<END
enabled: true
folders: [pages, plugins, themes, config]
sync: { on_save: true, on_delete: true, on_media: true, cron_enable: true, cron_at: '*/10 * * * *' }
repository: 'https://github.com/${repository}.git'
no_user: '0'
user: x-access-token
password: '$(cat /vault/secrets/github-token)'
webhook_enabled: '1'
webhook: /_git_webhook
branch: ${branch}
remote: { name: origin, branch: ${branch} }
git: { author: gitsync, name: GitSync, email: ${contact}, bin: git, message: 'Changed on the site' }
END
  mv /tmp/grav/next /tmp/grav/git-sync.yaml
}
settings
ln -sf /tmp/grav/git-sync.yaml ${site}/config/plugins/git-sync.yaml
printf "salt: '%s'\\n" "$(cat /vault/secrets/salt-password)" > /tmp/grav/security.yaml
ln -sf /tmp/grav/security.yaml ${site}/config/security.yaml

cd ${site}
[ -d .git ] || git init -q -b ${branch}
for kept in accounts/ data/ config/security.yaml config/plugins/git-sync.yaml; do
  grep -qxF "$kept" .git/info/exclude || echo "$kept" >> .git/info/exclude
done

${account('admin', 'Administrator', contact)}
${account('sre', 'SRE', contact)}
while sleep 300; do settings; done &
exec apache2-foreground
`;
