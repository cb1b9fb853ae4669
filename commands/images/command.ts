/** `npm run images`: the images that `dist/` deploys. */
import { existsSync } from 'node:fs';
import { flagsOf } from '../../cli/command-line.js';
import { imagesIn, signedImagesIn } from './images.js';

const help = `npm run images -- [FOLDER] [--signed]

Lists the images in the YAML files of FOLDER, dist unless told, one a line. What Helm charts bring is not among them.

  --signed  only those that a ClusterImagePolicy is about, each with the issuer and the identity, as a regular
            expression, that has to have signed it, between tabs
  --help    prints this`;

try {
  const { values, positionals } = flagsOf({
    allowPositionals: true,
    options: { help: { type: 'boolean' }, signed: { type: 'boolean' } },
  });
  const [folder = 'dist'] = positionals;
  if (values.help) console.log(help);
  else if (!existsSync(folder))
    throw new Error(`there is no folder '${folder}'. Name one that holds YAML files.`);
  else if (values.signed)
    for (const { image, issuer, subject } of signedImagesIn(folder))
      console.log([image, issuer, subject].join('\t'));
  else for (const image of imagesIn(folder)) console.log(image);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
