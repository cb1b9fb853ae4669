/** Images that several apps run. */

/** Serves files. Before it was pinned, `stable` has run. */
export const nginx = 'docker.io/library/nginx:1.28.0';
