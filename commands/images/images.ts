import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { listFiles } from '../../cli/files.js';
import { globMatches } from '../../rules/argocd/glob.js';

/** Who has to have signed an image. */
export interface Signer {
  /** The issuer of the identity, an address. */
  readonly issuer: string;
  /** A regular expression for the whole identity. */
  readonly subject: string;
}

/** An image that a policy is about, and by whom it has to be signed. */
export interface SignedImage extends Signer {
  readonly image: string;
}

interface Identity {
  readonly issuer?: string;
  readonly subject?: string;
  readonly subjectRegExp?: string;
}
interface Policy {
  readonly kind?: string;
  readonly spec?: {
    readonly images?: readonly { readonly glob: string }[];
    readonly authorities?: readonly { readonly keyless?: { readonly identities?: readonly Identity[] } }[];
  };
}

/** Every image that the files of a folder name, sorted. What Helm charts bring is in none of them. */
export function imagesIn(folder: string): string[] {
  const images = new Set<string>();
  for (const object of objectsIn(folder)) collect(object, images);
  return [...images].sort();
}

/** The images that the folder's ClusterImagePolicies are about, with the signers that they name. */
export function signedImagesIn(folder: string): SignedImage[] {
  const images = imagesIn(folder);
  return objectsIn(folder).flatMap((object) => {
    const { kind, spec } = object as Policy;
    if (kind !== 'ClusterImagePolicy') return [];
    const globs = (spec?.images ?? []).map(({ glob }) => glob);
    const signers = (spec?.authorities ?? []).flatMap(({ keyless }) =>
      (keyless?.identities ?? []).flatMap(signer),
    );
    return images
      .filter((image) => globs.some((glob) => globMatches(glob, nameOf(image), '/')))
      .flatMap((image) => signers.map((each) => ({ image, ...each })));
  });
}

function signer({ issuer, subject, subjectRegExp }: Identity): Signer[] {
  const whole = subjectRegExp ?? (subject && `^${escaped(subject)}$`);
  return issuer && whole ? [{ issuer, subject: whole }] : [];
}

function objectsIn(folder: string): object[] {
  return listFiles(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => loadAll(readFileSync(join(folder, name), 'utf8')) as (object | null)[])
    .filter((object) => object !== null);
}

/** What stands in any field called `image` and reads like one: pods are in custom resources as well. */
function collect(node: unknown, images: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'image' && typeof value === 'string' && /^[\w./:-]+[:@][\w.:-]+$/.test(value))
      images.add(value);
    else collect(value, images);
  }
}

const nameOf = (image: string): string => image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
