/** `npm run images`: the images that `dist/` deploys. */
import { existsSync } from 'node:fs';
import { command } from '../../cli/command-line.js';
import { imagesIn, signedImagesIn } from './images.js';

const description = `Lists the images in the YAML files of FOLDER, one a line. What Helm charts bring is not among them.`;
const signedHelp =
  'only those that a ClusterImagePolicy is about; after tabs the issuer and, as a regular expression, the identity that has to have signed it';

const line = command('npm run images --', description)
  .argument('[FOLDER]', 'where the files are', 'dist')
  .option('--signed', signedHelp)
  .parse();
const [folder] = line.processedArgs;

try {
  if (!existsSync(folder)) throw new Error(`there is no folder '${folder}'. Name one that holds YAML files.`);
  if (line.opts().signed)
    for (const { image, issuer, subject } of signedImagesIn(folder))
      console.log([image, issuer, subject].join('\t'));
  else for (const image of imagesIn(folder)) console.log(image);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
