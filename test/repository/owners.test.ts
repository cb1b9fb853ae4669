import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { clubs } from '../../apps/clubs.js';
import { settings } from '../../system/settings.js';

const { teams } = load(readFileSync(join(import.meta.dirname, '../../.github/settings.yml'), 'utf8')) as {
  teams: { name: string; permission: string }[];
};
const [, organisation] = new URL(settings.git.repository).pathname.split('/');

describe('who answers for a club', () => {
  it.each(Object.values(clubs))('$club: is somebody whom GitHub asks to approve', ({ github }) => {
    const [name, team] = github.slice(1).split('/');
    if (!team) return expect(name).not.toBe(organisation);
    expect(name).toBe(organisation);
    // GitHub passes over a team that may not write.
    const set = teams.find((each) => each.name === team);
    expect(set, `.github/settings.yml gives the team ${team} a permission`).toBeDefined();
    expect(['push', 'maintain', 'admin']).toContain(set?.permission);
  });
});
