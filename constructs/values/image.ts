// By hand, because it is one expression, of the grammar of image references, and what to do about each fault.
import { type Fault, fault } from '../refusals/fault.js';

const reference =
  /^(?<name>(?:[a-z0-9](?:[-.a-z0-9]*[a-z0-9])?(?::[0-9]+)?\/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*)(?::(?<tag>[\w][\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$/;

/** What is wrong with a container image's reference; undefined if it is pinned. */
export function imageFault(image: string | undefined, field?: readonly string[]): Fault | undefined {
  if (image === undefined) return fault('image-missing', {}, { field });
  const { name, tag, digest } = reference.exec(image)?.groups ?? {};
  if (!name) return fault('image-form', { image }, { field });
  if (digest) return undefined;
  if (tag === undefined) return fault('image-unpinned', { image, name }, { field });
  return tag === 'latest' ? fault('image-floating', { image, tag, name }, { field }) : undefined;
}
