/** The annotations that programs of the platform read, by their prefix. */
const annotations: Readonly<Record<string, string>> = {
  'argocd.argoproj.io/': `sync-wave sync-options hook hook-delete-policy compare-options manifest-generate-paths
    refresh hydrate tracking-id installation-id skip-reconcile ignore-resource-updates ignore-healthcheck
    application-set-refresh managed-by-url`,
  'cert-manager.io/': `cluster-issuer issuer issuer-name issuer-kind issuer-group common-name duration renew-before
    renew-before-percentage usages alt-names ip-sans uri-sans email-sans certificate-name private-key-algorithm
    private-key-encoding private-key-size private-key-rotation-policy private-key-secret-name
    revision-history-limit secret-template subject-organizations subject-organizationalunits subject-countries
    subject-provinces subject-localities subject-postalcodes subject-streetaddresses subject-serialnumber inject-ca-from
    inject-ca-from-secret inject-apiserver-ca allow-direct-injection issue-temporary-certificate certificate-revision
    request-is-self-signed`,
  'projectcontour.io/': `ingress.class max-connections max-pending-requests max-requests max-retries num-retries
    per-host-max-connections per-try-timeout response-timeout retry-on tls-cert-namespace
    tls-minimum-protocol-version tls-maximum-protocol-version upstream-protocol.h2 upstream-protocol.h2c
    upstream-protocol.tls websocket-routes generated-by-version`,
  'ingress.kubernetes.io/': 'force-ssl-redirect',
};

/** Labels with the same prefixes. */
const labels = new Set(
  ['secret-type', 'managed-by', 'instance', 'application-set-name', 'auto-label-cluster-info']
    .map((name) => `argocd.argoproj.io/${name}`)
    .concat(
      'argocd.argoproj.io/kubernetes-version',
      'cert-manager.io/disable-validation',
      'cert-manager.io/next-private-key',
    ),
);

/** The prefixes of all well-known annotations, each with its slash. */
export const prefixes: readonly string[] = Object.keys(annotations);

/** All well-known annotations. */
export const wellKnown: ReadonlySet<string> = new Set(
  Object.entries(annotations).flatMap(([prefix, names]) => names.split(/\s+/).map((name) => prefix + name)),
);

/** Whether a key has the prefix of a program that reads annotations. */
export const isPrefixed = (key: string): boolean => prefixes.some((prefix) => key.startsWith(prefix));

/** Whether a key is a well-known label with such a prefix. */
export const isWellKnownLabel = (key: string): boolean => labels.has(key);
