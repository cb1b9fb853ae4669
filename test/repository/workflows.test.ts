import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';

const github = resolve(import.meta.dirname, '../../.github');
// biome-ignore lint/suspicious/noExplicitAny: the shape of workflows is what this test looks at
type Any = any;
const workflows = readdirSync(join(github, 'workflows')).map((name) => {
  const text = readFileSync(join(github, 'workflows', name), 'utf8');
  return { name, text, workflow: load(text) as Any };
});

describe('workflows', () => {
  it('are there', () => expect(workflows.length).toBeGreaterThan(5));

  it.each(workflows)(
    '$name grants nothing as a whole, or reading alone, and each job what it needs',
    ({ workflow }) => {
      const whole = workflow.permissions;
      expect([{}, { contents: 'read' }]).toContainEqual(whole);
      if (Object.keys(whole).length > 0) return;
      for (const job of Object.values<Any>(workflow.jobs))
        expect(Object.keys(job.permissions ?? {})).not.toEqual([]);
    },
  );

  it.each(workflows)('$name pins every action by commit, with its version beside it', ({ text }) => {
    for (const [line] of text.matchAll(/^.*\buses:.*$/gm))
      expect(line).toMatch(/uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it.each(workflows)('$name runs nothing of a pull request with rights', ({ text, workflow }) => {
    const on = workflow.on ?? workflow[true as never];
    expect(Object.keys(on)).not.toContain('pull_request_target');
    if ('workflow_run' in on || 'issues' in on) expect(text).not.toMatch(/ref: .*head/);
  });

  it.each(workflows)('$name puts nothing that others write into a shell', ({ workflow }) => {
    for (const job of Object.values<Any>(workflow.jobs))
      for (const { run = '' } of job.steps) expect(run).not.toContain('${{');
  });

  it.each(workflows)('$name ends by itself and keeps no token in the work tree', ({ workflow }) => {
    for (const job of Object.values<Any>(workflow.jobs)) {
      expect(job['timeout-minutes']).toBeGreaterThan(0);
      for (const step of job.steps.filter(({ uses = '' }: Any) => uses.startsWith('actions/checkout@')))
        expect(step.with?.['persist-credentials']).toBe(false);
    }
  });

  it('have the checks that the branch requires', () => {
    const { branches } = load(readFileSync(join(github, 'settings.yml'), 'utf8')) as Any;
    const names = workflows.flatMap(({ workflow }) =>
      Object.entries<Any>(workflow.jobs).map(([id, { name }]) => name ?? id),
    );
    const required = branches[0].protection.required_status_checks.contexts;
    expect(required.length).toBeGreaterThan(3);
    for (const context of required) expect(names).toContain(context);
  });
});
