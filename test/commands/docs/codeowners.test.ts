import { describe, expect, it } from 'vitest';
import { codeowners } from '../../../commands/docs/codeowners.js';
import { app, base, render, testPlatform } from '../../platform.js';

const admins = '@school/admins';
const owner = (name: string) => ({ club: `Club ${name}`, github: name, alerts: 'chess' });
const here = '/test/platform.ts'; // where these apps are declared

function told(...components: ReturnType<typeof app>[]): string[] {
  const platform = testPlatform({
    git: { repository: 'https://github.com/school/platform.git', revision: 'main' },
    previewDomain: 'example.com',
  }).add(...components);
  const [, everything, assumptions, ...lines] = codeowners(platform, render(platform), admins)
    .split('\n')
    .slice(0, -1);
  expect(everything).toBe('* @school/admins');
  expect(assumptions).toBe('/docs/assumptions.md'); // whoever knows better of an app needs nobody else
  return lines;
}
const layers = { prod: { host: 'a.example.com' }, staging: { host: 'b.example.com' } };

describe('the code owners', () => {
  it('of an app are its club or the administrators, for its file and for what is written of it', () => {
    const both = '@school/chess @school/admins';
    expect(told(app('chess', { owner: owner('@school/chess'), ...layers }))).toEqual([
      `${here} ${both}`,
      `/dist/argocd/Application.host-chess-prod.yaml ${both}`,
      `/dist/argocd/Application.host-chess-staging.yaml ${both}`,
      `/dist/argocd/Application.prod-chess.yaml ${both}`,
      `/dist/argocd/Application.staging-chess.yaml ${both}`,
      `/dist/host/chess-prod/ ${both}`,
      `/dist/host/chess-staging/ ${both}`,
      `/dist/prod/chess/ ${both}`,
      `/dist/staging/chess/ ${both}`,
    ]);
  });

  it('are exact: an app whose name begins with that of another has nothing of it', () => {
    const lines = told(
      app('chess-web', { owner: owner('@other-person'), prod: { host: 'w.example.com' } }),
      app('chess', { owner: owner('@school/chess'), prod: { host: 'c.example.com' } }),
    );
    const of = (name: string) => lines.filter((line) => line.includes(name));
    for (const line of of('@school/chess')) expect(line).not.toContain('chess-web');
    for (const line of of('@other-person')) expect(line).toMatch(/chess-web|platform\.ts/);
    expect(lines.join()).not.toContain('*');
    // The lines of an app are together, and apps are in order, however they were declared.
    const owners = lines.map((line) => line.split(' ')[1]);
    expect(owners).toEqual([
      ...of('@school/chess').map(() => '@school/chess'),
      ...of('@other').map(() => '@other-person'),
    ]);
  });

  it('are the administrators where they answer for the app', () => {
    expect(told(app('chess', { owner: owner(admins), ...layers }))).toEqual([]);
  });

  it('leave what previews run in to the administrators', () => {
    const preview = { repository: 'school/chess', image: `${base.image.replace(/:.*/, '')}:{sha}` };
    const lines = told(
      app('chess', { owner: owner('@school/chess'), preview, prod: { host: 'a.example.com' } }),
    );
    const paths = lines.map((line) => line.split(' ')[0]);
    expect(paths).toEqual(
      expect.arrayContaining(['/dist/sandbox/chess-preview/', '/dist/host/chess-preview/']),
    );
    expect(paths.join('\n')).not.toContain('room');
  });
});
