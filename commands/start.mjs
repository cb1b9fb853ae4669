// Starts a synth, as one file if one can be made of it.
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';

const made = process.env['PLATFORM_CACHE'] === 'off' ? undefined : await bundle('commands/synth.ts');
if (made) {
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(made).href);
} else {
  // A file that cannot be read, or no esbuild: loading file by file tells which file it is, and goes on with others.
  const { register } = await import('tsx/esm/api');
  register();
  await import('./synth.ts');
}
