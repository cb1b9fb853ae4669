// TypeScript in hundreds of small files takes longer to load than to run, so esbuild makes one file of them, kept by the
// content of all of them in node_modules/.cache, which may be deleted at any time. It is plain JavaScript because it
// runs before anything can read TypeScript. A synth takes 1.4 s of CPU with it and 4.5 s without; to find it costs 40 ms.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = [
  'main.ts',
  'commands/docs',
  'commands/synth.ts',
  'apps',
  'cli',
  'constructs',
  'imports',
  'rules',
  'synth',
  'system',
];
const settings = ['package-lock.json', 'tsconfig.json', 'commands/bundle.mjs'];
/** So many bundles are kept: those of a few branches. */
const most = 8;

/** The TypeScript files in these places. */
const filesOf = (places) =>
  places
    .flatMap((name) => {
      const at = join(root, name);
      if (!statSync(at).isDirectory()) return [at];
      return readdirSync(at, { recursive: true, encoding: 'utf8' }).map((file) => join(at, file));
    })
    .filter((file) => file.endsWith('.ts'))
    .sort();

function key(entry, places) {
  const hash = createHash('sha256').update(root).update(process.version).update(entry);
  for (const file of [...filesOf(places), ...settings.map((name) => join(root, name))]) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 24);
}

/** What a module says of where it is has to stay true in the bundle. Of cdk8s-plus only its `k8s` is used. */
const own = {
  name: 'own',
  setup(build) {
    build.onResolve({ filter: /^cdk8s-plus-28$/ }, () => ({ path: 'k8s', namespace: 'k8s' }));
    build.onLoad({ filter: /.*/, namespace: 'k8s' }, () => ({
      contents: `export * as k8s from 'cdk8s-plus-28/lib/imports/k8s.js'`,
      resolveDir: root,
    }));
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: 'ts',
    }));
  },
};

/** The bundle of a file and of what it is made of, made if it is not there; undefined if it cannot be made. */
export async function bundle(entry, more = []) {
  const modules = join(root, 'node_modules');
  const cache = join(existsSync(modules) ? realpathSync(modules) : modules, '.cache', 'plateforme-cedille');
  const folder = join(cache, key(entry, [...sources, ...more]));
  const file = join(folder, 'main.mjs');
  if (existsSync(file)) return file;
  const staged = join(cache, `.${process.pid}`);
  try {
    const { build } = await import('esbuild');
    await build({
      absWorkingDir: root,
      entryPoints: [entry],
      outfile: join(staged, 'main.mjs'),
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      sourcemap: 'linked', // messages name the files and lines that people wrote
      sourcesContent: false,
      logLevel: 'silent',
      // What is written for require() finds it.
      banner: {
        js: `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);`,
      },
      plugins: [own],
    });
    mkdirSync(dirname(folder), { recursive: true });
    renameSync(staged, folder);
    forget(cache);
  } catch {
    rmSync(staged, { recursive: true, force: true });
  }
  return existsSync(file) ? file : undefined;
}

/** Removes the oldest bundles. */
function forget(cache) {
  const age = (name) => statSync(join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const kept = readdirSync(cache).filter((name) => !name.startsWith('.'));
  for (const name of kept.sort((a, b) => age(b) - age(a)).slice(most)) {
    rmSync(join(cache, name), { recursive: true, force: true });
  }
}
