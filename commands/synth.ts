/** What `npx cdk8s synth` runs. */
import { platform } from '../main.js';
import { synth } from '../synth/synth.js';

synth(platform);
