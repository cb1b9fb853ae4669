import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../commands/diff/changes.js';
import { pathText } from '../../../commands/diff/fields.js';
import { report } from '../../../commands/diff/report.js';
import { type Tree, treeOfFolder } from '../../../commands/diff/trees.js';
import { writeJson } from '../../../commands/diff/write-json.js';
import { apply } from './apply.js';
import { tree } from './trees.js';

const project = join(import.meta.dirname, '../../..');
const told = (before: Tree, after: Tree) =>
  compare(before, after).changes.map(({ action, resource, fields }) => [
    `${action} ${resource.cluster}/${resource.unit} ${resource.kind} ${resource.name}`,
    ...fields.map(({ path }) => pathText(path)),
  ]);
const nobody = { zones: [], clubs: [], platform: '@platform' };

const deployment = (image: string, configMap = 'web-11111111') =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: { containers: [{ name: web, image: ${image} }], volumes: [{ name: files, configMap: { name: ${configMap} } }] } } }\n`;
const config = (hash: string, text: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web-${hash} }\ndata: { page: ${text} }\n`;

describe('what changes', () => {
  it('is told by cluster, unit, kind and name', () => {
    const before = tree({
      'prod/chess/a.yaml': deployment('a:1'),
      'prod/chess/b.yaml': config('11111111', 'x'),
    });
    const after = tree({ 'prod/chess/a.yaml': deployment('a:2'), 'prod/go/a.yaml': deployment('a:1') }, [
      'prod/chess',
      'prod/go',
    ]);
    expect(told(before, after)).toEqual([
      ['removed prod/chess ConfigMap web-11111111'],
      ['changed prod/chess Deployment web', 'spec.template.spec.containers[web].image'],
      ['added prod/go Application prod-go'],
      ['added prod/go Deployment web'],
    ]);
  });

  it('is not what merely follows: names with hashes, hashes of content, files of a kustomization', () => {
    const hashed = (hash: string, file: string) => {
      const files = tree({
        'prod/chess/a.yaml': deployment('a:1', `web-${hash}`),
        [`prod/chess/ConfigMap.web-${hash}.yaml`]: config(hash, hash),
        'prod/chess/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [${file}]\n`,
      });
      const application = 'argocd/Application.prod-chess.yaml';
      const text = files.get(application) ?? '';
      const annotated = text.replace(
        'metadata: {',
        `metadata: { annotations: { cedille.club/content-hash: ${hash} },`,
      );
      return new Map([...files, [application, annotated]]);
    };
    expect(told(hashed('11111111', 'a.yaml'), hashed('22222222', 'b.yaml'))).toEqual([
      ['changed prod/chess ConfigMap web-22222222', 'data.page'],
    ]);
  });

  it('is nothing where only comments, order of keys and the folding of lines differ', () => {
    const one = tree({
      'prod/chess/a.yaml': 'apiVersion: v1\nkind: Service\nmetadata: { name: a, namespace: b }\n',
    });
    const other = tree({
      'prod/chess/a.yaml': '# why\nkind: Service\napiVersion: "v1"\nmetadata:\n  namespace: b\n  name: a\n',
    });
    expect(told(one, other)).toEqual([]);
  });

  it('is told of what has no form at all, too', () => {
    const odd = tree({
      'prod/chess/a.yaml': 'apiVersion: 1\nkind: [Service]\nmetadata: none\nspec: { rules: 5 }\n',
      'prod/chess/b.yaml': 'apiVersion: v1\nkind: Service\nmetadata: { name: 7, annotations: text }\n',
      'argocd/Application.odd.yaml':
        'kind: Application\nmetadata: { name: odd }\nspec: { destination: {}, sources: text }\n',
    });
    const all = report('base', tree({}), odd, nobody).units.map(({ cluster, unit, changes }) => [
      `${cluster}/${unit}`,
      ...changes.map(({ resource: { kind, name } }) => `${kind} ${name}`),
    ]);
    expect(all).toEqual([
      ['host/app-of-apps', 'Application Application.odd.yaml'],
      ['prod/chess', 'File a.yaml', 'Service b.yaml'],
    ]);
  });

  it('keeps two objects of one name and one file apart', () => {
    const twice = (second: string) => `${config('11111111', 'x')}---\n${config('11111111', second)}`;
    const before = tree({ 'prod/chess/a.yaml': twice('y') });
    expect(told(before, tree({ 'prod/chess/a.yaml': twice('z') }))).toEqual([
      ['changed prod/chess ConfigMap web-11111111', 'data.page'],
    ]);
  });

  it('needs YAML, and tells every file that is none', () => {
    const broken = tree({ 'prod/chess/a.yaml': 'a: [', 'prod/chess/b.yaml': '\tb: c' });
    expect(() => compare(tree({}), broken)).toThrow(
      /dist\/prod\/chess\/a\.yaml is no YAML.*\n.*b\.yaml is no YAML/,
    );
  });
});

describe('for the real platform', () => {
  const real = treeOfFolder(project);
  const files = [...real.keys()];

  it('equal trees do not differ', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(compare(real, new Map(real)).changes).toEqual([]);
    expect(compare(real, new Map()).changes.length).toBeGreaterThanOrEqual(files.length);
  });

  // Scalars that mean something else, files that go, files that lie elsewhere.
  const mutation = fc.record({
    file: fc.nat(files.length - 1),
    kind: fc.constantFrom('remove', 'edit', 'edit', 'edit'),
    line: fc.nat(25),
    value: fc.constantFrom('0', 'other', '10Gi', 'true', 'a.example.com'),
  });
  const mutated = (
    mutations: readonly { file: number; kind: string; line: number; value: string }[],
  ): Tree => {
    const after = new Map(real);
    for (const { file, kind, line, value } of mutations) {
      const path = files[file] ?? '';
      if (kind === 'remove') after.delete(path);
      else {
        const lines = (after.get(path) ?? '').split('\n');
        const at = line % lines.length;
        lines[at] = (lines[at] ?? '').replace(/: [^|>{[&*\s-][^\s]*$/, `: ${value}`);
        after.set(path, lines.join('\n'));
      }
    }
    return after;
  };

  it('the order of files does not matter, and what is told leads from the old to the new', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), fc.boolean(), (mutations, back) => {
        const changed = mutated(mutations);
        const [before, after] = back ? [changed, real] : [real, changed];
        const backwards = (side: Tree) => new Map([...side].reverse());
        const text = writeJson(report('base', before, after, nobody));
        expect(writeJson(report('base', backwards(before), backwards(after), nobody))).toBe(text);
        for (const { fields, before: was, after: is } of compare(before, after).changes)
          if (was && is) expect(apply(was.manifest, fields)).toEqual(is.manifest);
      }),
      { numRuns: 12 },
    );
  });

  it('reads the file system as it is', () => {
    expect(real.get('root.yaml')).toBe(readFileSync(join(project, 'dist/root.yaml'), 'utf8'));
  });
});
