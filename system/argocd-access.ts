/** GitHub signs people in. Both values are in the Secret dex-secret, made at bootstrap, see docs/bootstrap.md. */
export const dex = {
  connectors: [
    {
      type: 'github',
      id: 'github',
      name: 'GitHub',
      config: {
        clientID: '$dex-secret:dex.github.clientID',
        clientSecret: '$dex-secret:dex.github.clientSecret',
        orgs: [{ name: 'ClubCedille' }],
        teamNameField: 'slug',
      },
    },
  ],
};

/** Who may do what beyond reading. What a club's team may do to its own apps is in the club's AppProject. */
export const policy = `p, role:org-operators, applications, *, */*, allow
p, role:org-operators, clusters, get, *, allow
p, role:org-operators, certificates, get, *, allow
p, role:org-operators, repositories, get, *, allow
p, role:org-operators, repositories, create, *, allow
p, role:org-operators, repositories, update, *, allow
p, role:org-operators, repositories, delete, *, allow
p, role:org-operators, gpgkeys, get, *, allow
p, role:org-operators, gpgkeys, create, *, allow
p, role:org-operators, gpgkeys, delete, *, allow
p, role:crossplane, clusters, *, *, allow
g, ClubCedille:sre, role:org-operators
g, ClubCedille:exec, role:admin
g, crossplane, role:crossplane
`;
