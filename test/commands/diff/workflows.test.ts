import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { commentMark } from '../../../commands/diff/write-markdown.js';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

const folder = join(import.meta.dirname, '../../../.github/workflows');
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');
const workflow = (name: string) => load(textOf(name)) as Workflow;
const writes = ({ permissions = {} }: Pick<Job, 'permissions'>) =>
  Object.values(permissions).includes('write');

describe.each(['diff.yml', 'diff-comment.yml'])('the workflow %s', (name) => {
  const { permissions, jobs } = workflow(name);

  it('pins every action by its commit', () => {
    const uses = Object.values(jobs).flatMap(({ steps }) => steps.flatMap((step) => step.uses ?? []));
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  });

  it('puts nothing that others write into a script', () => {
    for (const { steps } of Object.values(jobs))
      for (const { run = '' } of steps) expect(run).not.toContain('${' + '{');
  });

  it('writes nothing where it runs or reads what is in the repository', () => {
    expect(writes({ permissions })).toBe(false);
    for (const job of Object.values(jobs).filter(writes))
      for (const { uses, run } of job.steps) {
        expect(uses).toBeUndefined();
        expect(run?.replaceAll(commentMark, '')).not.toMatch(/\b(git|npm|npx|node)\b/);
      }
  });
});

describe('the comment', () => {
  it('is computed for pull requests without rights, and written afterwards', () => {
    expect(Object.keys(workflow('diff.yml').on)).toEqual(['pull_request']);
    expect(Object.values(workflow('diff.yml').jobs).some(writes)).toBe(false);
    expect(Object.keys(workflow('diff-comment.yml').on)).toEqual(['workflow_run']);
  });

  it('is found again by its mark', () => {
    expect(textOf('diff-comment.yml')).toContain(`startswith("${commentMark}")`);
  });
});
