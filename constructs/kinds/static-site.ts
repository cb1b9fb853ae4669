import type { AppSpec } from '../app/spec.js';
import type { Platform } from '../platform/platform.js';
import { mergeLayer } from '../values/layers.js';
import { type KnownAppProps, ProgramApp } from './club-app.js';

/** What a static site serves. */
export interface StaticContent {
  /** An image of nginx with the pages in it. */
  readonly image: string;
  /** How nginx is to serve them: what stands in its `server` block, beside `listen`. @default - `/usr/share/nginx/html` */
  readonly server?: string;
}

/** A static site. */
export type StaticSiteProps = KnownAppProps<StaticContent>;

/** For a page that finds its way itself: every path that is no file leads to it. */
export const singlePage = 'root /usr/share/nginx/html;\n  try_files $uri $uri/ /index.html;';

/** A site of pages that are built beforehand and served by nginx, which listens on 8080 whatever its image says. */
export class StaticSite extends ProgramApp {
  constructor(platform: Platform, id: string, props: StaticSiteProps) {
    super(platform, id, props, {
      shape: 'StaticSite',
      base: ({ base, ...content }: StaticSiteProps) => mergeLayer<AppSpec>(nginx(content), base),
    });
  }
}

const port = 8080;

const nginx = ({ image, server = 'root /usr/share/nginx/html;' }: StaticContent): AppSpec => ({
  image,
  port,
  files: { '/etc/nginx/conf.d/default.conf': `server {\n  listen ${port};\n  ${server}\n}\n` },
  scratch: ['/var/cache/nginx', '/var/run', '/tmp'],
});
