/**
 * What is not known of apps, or not safe as it is, and what is taken instead: the one place to look when the club has
 * said more.
 */

/**
 * Images that are published by branch only, without a version: what runs is whatever the branch holds at the moment a
 * pod starts. Give each the digest or the version that its club names.
 */
export const branches = {
  trema: 'ghcr.io/clubcedille/trema:master', // branch
} as const satisfies Record<string, string>;
