import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clubs } from '../../apps/clubs.js';
import { exists } from '../../cli/files.js';
import type { Platform } from '../../constructs/platform/platform.js';
import { assumptions } from '../../constructs/problems/assumed.js';
import type { Rendered } from '../../synth/rendered.js';
import { assumptionsTable } from './assumptions-table.js';
import { codeowners } from './codeowners.js';
import { writeIfNew, writeParts } from './parts.js';
import { inputsTable, offTable, privilegedTable, servicesTable, wavesList } from './platform-tables.js';

/**
 * Writes what follows from the platform beside `dist/`: tables of `docs/`, and the code owners. Gives the paths of the
 * files that have changed.
 */
export function writePlatformDocs(root: string, platform: Platform, rendered: Rendered): string[] {
  const { units } = rendered;
  const known = assumptions();
  const pages = writeParts(root, {
    assumptions: assumptionsTable(known, 'assumed'),
    off: offTable(platform),
    placeholders: assumptionsTable(known, 'placeholder'),
    privileged: privilegedTable(units),
    secrets: inputsTable(units, 'Secret'),
    services: servicesTable(units),
    'vault-paths': inputsTable(units, 'Vault'),
    waves: wavesList(units),
  });
  return writeOwners(root, codeowners(platform, rendered, clubs.cedille.github))
    ? ['.github/CODEOWNERS', ...pages]
    : pages;
}

function writeOwners(root: string, fresh: string): boolean {
  const folder = join(root, '.github');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'CODEOWNERS');
  return writeIfNew(path, fresh, exists(path) ? readFileSync(path, 'utf8') : undefined);
}
