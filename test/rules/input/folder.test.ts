import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFolder } from '../../../rules/input/read-folder.js';

const root = join(import.meta.dirname, '../..');
const home = mkdtempSync(join(tmpdir(), 'yaml-'));
afterAll(() => rmSync(home, { recursive: true }));
const write = (name: string, content: string | Buffer) => writeFileSync(join(home, name), content);
const service = (name: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name} }\nspec: { selector: { app: x }, ports: [{ port: 80 }] }\n`;

beforeAll(() => {
  mkdirSync(join(home, 'templates'));
  write(
    'templates/deployment.yaml',
    'kind: Deployment\nspec:\n  {{- if .Values.on }}\n  replicas: {{ .Values.n }}\n  {{- end }}\n',
  );
  write('empty.yaml', '');
  write('comments.yml', '# nothing here\n---\n---\n# nor here\n');
  write(
    'list.yaml',
    `apiVersion: v1\nkind: List\nitems:\n  - ${service('one').trim().replaceAll('\n', '\n    ')}\n  - ${service('two').trim().replaceAll('\n', '\n    ')}\n`,
  );
  write(
    'anchors.yaml',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: &m { name: anchored, labels: &l { a: b } }\ndata: { <<: *l, c: d }\n',
  );
  write('windows.yaml', `\uFEFF${service('windows').replaceAll('\n', '\r\n')}`);
  write(
    'large.yaml',
    `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: large }\ndata:\n  text: |\n${'    0123456789abcdef\n'.repeat(500_000)}`,
  );
  write('binary.yaml', Buffer.from([0, 1, 2, 255, 254, 0]));
  write('values.yaml', 'replicaCount: 3\nimage: { tag: 1.0.0 }\n');
  write('broken.yaml', 'a: [1\nb: }\n');
  write('text.yaml', 'just words');
  write('wrong.yaml', service('wrong').replace('selector', 'selectors'));
  write(
    'odd.yaml',
    'apiVersion: apps/v1\nkind: Deployment\n---\napiVersion: v1\nkind: Service\nmetadata: null\nspec: { ports: null }\n---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: [] }\nspec: 5\n',
  );
  write('notes.txt', 'apiVersion: v1\nkind: Service\n');
});

describe('a folder of any YAML', () => {
  it('gives the objects in it, those of lists too, and tells what else there is', () => {
    const { items, skipped } = readFolder(home);
    const names = items
      .map(({ manifest }) => manifest.metadata.name)
      .filter((name) => typeof name === 'string' && name);
    expect(names.sort()).toEqual(['anchored', 'large', 'one', 'two', 'windows', 'wrong']);
    expect(Object.fromEntries(skipped.map(({ file, why }) => [file, why]))).toEqual({
      'binary.yaml': 'it is no text',
      'broken.yaml': expect.stringContaining(''),
      'templates/deployment.yaml': 'it is a template: render it first, as helm template does',
      'text.yaml': 'it holds a document that is no Kubernetes object',
      'values.yaml': 'it holds a document that is no Kubernetes object',
    });
  });

  it('is checked by the command, which does not stumble', () => {
    const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', 'check', '--', home], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stdout).toContain(
      `wrong.yaml Service wrong: spec has no field 'selectors' [schema]. Did you mean selector?`,
    );
    expect(stderr).toMatch(/9 objects, \d+ rules, \d+ problems/);
    expect(stderr).not.toContain('TypeError');
    expect(status).toBe(1);
  });

  it('may be told to machines', () => {
    const told = (format: string) =>
      spawnSync('npm', ['run', '-s', 'check', '--', join(home, 'wrong.yaml'), '--format', format], {
        cwd: root,
        encoding: 'utf8',
      }).stdout;
    const { problems } = JSON.parse(told('json'));
    const [problem] = problems.filter(({ id }: { id: string }) => id === 'schema');
    expect(problem).toMatchObject({
      path: 'Service wrong',
      id: 'schema',
      what: { en: `spec has no field 'selectors'` },
    });
    const [{ results }] = JSON.parse(told('sarif')).runs;
    expect(results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('schema');
    expect(told('github')).toMatch(/^::error file=.*wrong\.yaml,line=1,title=schema::Service wrong: /m);
  });

  it('may be one that is not there, or asked for in a format that is none', () => {
    const fails = (...args: string[]) => {
      const { status, stderr } = spawnSync('npm', ['run', '-s', 'check', '--', ...args], {
        cwd: root,
        encoding: 'utf8',
      });
      return `${status} ${stderr.replace(/^npm warn.*\n/gm, '')}`;
    };
    expect(fails('/nowhere')).toBe("2 there is no folder '/nowhere'. Name one that holds YAML files.\n");
    expect(fails('--format', 'sraif')).toBe(
      "2 option '--format <FORMAT>' argument 'sraif' is invalid. Allowed choices are text, json, sarif, github.\n",
    );
    expect(
      execFileSync('npm', ['run', '-s', 'check', '--', '--help'], { cwd: root, encoding: 'utf8' }),
    ).toContain('FOLDER');
  });
});
