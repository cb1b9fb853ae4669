/**
 * What is not known of apps, or not safe as it is, and what is taken instead: the one place to look when the club has
 * said more.
 */

/**
 * Images that are published by branch only, without a version: what runs is whatever the branch holds at the moment a
 * pod starts. Give each the digest or the version that its club names.
 */
export const branches = {
  // tag: dev's, because prod's is 'latest'
  markets: 'ghcr.io/algoets/markets-frontend:dernier',
  marketsBackend: 'ghcr.io/algoets/markets-backend:dernier',
  marketsScheduler: 'ghcr.io/algoets/markets-scheduler:dernier',
} as const satisfies Record<string, string>;

/**
 * Images by the commit that the club's workflow builds them from, the newest that was known; nobody has looked whether
 * they are there.
 */
export const commits = {
  planifets: 'ghcr.io/applets/planifets-frontend:main-a3c19e3',
  planifetsBackend: 'ghcr.io/applets/planifets-backend:main-7ff387c',
} as const satisfies Record<string, string>;

/** Images of Blockscout: the backend that its chart was made for, and the others of the same month; all were 'latest'. */
export const blockscoutTags = { backend: '5.3.0', frontend: 'v1.17.0', stats: 'v1.4.0' } as const;
