import { belongings, facts } from './facts.js';
import type { Family } from './rule.js';
import { hosts } from './rules/hosts.js';
import { objectives } from './rules/objectives.js';
import { platformFamilies } from './rules/platform.js';
import { pods } from './rules/pods.js';
import { releases } from './rules/releases.js';
import { traffic } from './rules/traffic.js';
import { volumes } from './rules/volumes.js';
import type { Watched } from './watched.js';

/** All that Prometheus works out and looks at. Only the facts depend on what is declared. */
export const families = (watched: readonly Watched[]): readonly Family[] => [
  facts(watched),
  belongings,
  hosts,
  pods,
  volumes,
  traffic,
  objectives,
  releases,
  ...platformFamilies,
];
