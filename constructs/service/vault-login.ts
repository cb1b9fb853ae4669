/** How the operator logs in to Vault for an object: by the `default` account of the object's namespace, with this role. */
export const vaultLogin = (role: string) => ({
  path: 'kubernetes',
  role,
  serviceAccount: { name: 'default' },
});
