// Starts own.ts as one file, as commands/start.mjs starts main.ts.
import { pathToFileURL } from 'node:url';
import { bundle } from '../../commands/bundle.mjs';

const made = await bundle('test/bench/own.ts', ['test/bench']);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(made).href);
