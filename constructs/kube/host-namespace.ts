/** The namespace of the host in which a virtual cluster and all its pods run. */
export const hostNamespace = (vcluster: string): string => `vcluster-${vcluster}`;
