import type { Site } from './proxy.js';

/** An open pull request, as far as Argo CD looks at it. */
export interface PullRequest {
  readonly number: number;
  /** The branch, which its author chooses. */
  readonly branch: string;
  readonly sha: string;
  readonly labels: readonly string[];
}

/** The part of GitHub's API that tells of pull requests; none are open but those that are put into it. */
export class GitHub {
  static readonly host = 'api.github.com';
  /** The open pull requests of each repository, `owner/name`. */
  readonly open = new Map<string, readonly PullRequest[]>();
  /** The tokens by which it was asked. */
  readonly tokens = new Set<string>();

  readonly site: Site = (url, request, response) => {
    const [, repository] = /^\/repos\/([^/]+\/[^/]+)\/pulls$/.exec(url.pathname) ?? [];
    if (url.host !== GitHub.host || !repository) return false;
    this.tokens.add(request.headers.authorization ?? '');
    const pulls = (this.open.get(repository) ?? []).map(({ number, branch, sha, labels }) => ({
      number,
      head: { ref: branch, sha },
      base: { ref: 'main' },
      labels: labels.map((name) => ({ name })),
    }));
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(pulls));
    return true;
  };
}
