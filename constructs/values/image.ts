// By hand, because it is one expression, of the grammar of image references, and what to do about each fault.
import type { Fault } from './fault.js';

const reference =
  /^(?<name>(?:[a-z0-9](?:[-.a-z0-9]*[a-z0-9])?(?::[0-9]+)?\/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*)(?::(?<tag>[\w][\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$/;

/** What is wrong with a container image's reference, and how to mend it; undefined if it is pinned. */
export function imageFault(image: string | undefined): Fault | undefined {
  if (image === undefined)
    return {
      what: 'it has no image',
      mend: `Add one with its version: image: 'ghcr.io/clubcedille/site:1.2.3'`,
    };
  const { name, tag, digest } = reference.exec(image)?.groups ?? {};
  if (!name) {
    return {
      what: `'${image}' is no image reference`,
      mend: `Write it like 'ghcr.io/clubcedille/site:1.2.3'`,
    };
  }
  if (digest) return undefined;
  if (tag === undefined) {
    return {
      what: `image '${image}' has no tag`,
      mend: `Pin a version: '${name}:1.2.3' or '${name}@sha256:…'`,
    };
  }
  if (tag === 'latest') {
    return {
      what: `image '${image}' floats on 'latest'`,
      mend: `Pin a version: '${name}:1.2.3' or '${name}@sha256:…'`,
    };
  }
  return undefined;
}
