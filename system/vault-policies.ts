const rule = (path: string, ...capabilities: string[]) =>
  `path "${path}" {\n  capabilities = ${JSON.stringify(capabilities)}\n}\n`;
/** Who asks, by what Vault knows of the service account. The operator puts in the accessor of the auth engine. */
const caller = (what: string) =>
  `{{identity.entity.aliases.\${auth/kubernetes/@accessor}.metadata.service_account_${what}}}`;
const ownNamespace = caller('namespace');
const own = `${ownNamespace}/${caller('name')}`;
const everything = ['create', 'read', 'update', 'delete', 'list'];
const generate = rule('sys/policies/password/+/generate', 'read');

/** What each role of Vault may do, by the name of policy and role. */
export const policies = {
  'secret-reader':
    rule(`kv/data/${own}/*`, 'read') +
    rule(`github/token/${ownNamespace}`, 'read') +
    rule('kv-system/default_passwords/*', 'read'),
  'secret-writer':
    rule(`kv/data/${own}/*`, 'create', 'update', 'delete') +
    rule(`kv/metadata/${own}/*`, 'delete') +
    generate,
  // What apps read is in a policy for each of their programs, beside the programs.
  'app-keeper':
    rule('kv/data/apps/*', 'create', 'read', 'update') +
    rule('kv-system/default_passwords/docker*', 'read') + // logins to registries of images
    generate,
  'config-admin':
    rule('sys/*', ...everything, 'sudo') +
    rule('auth/*', ...everything, 'sudo') +
    rule('github/*', ...everything) +
    rule('kv-system/*', ...everything),
};
