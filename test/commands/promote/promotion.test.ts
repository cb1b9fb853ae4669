import { describe, expect, it } from 'vitest';
import { promotion, type Source, UseError } from '../../../commands/promote/promotion.js';
import { type Running, runningImages } from '../../../commands/promote/running.js';
import { app, base, render, testPlatform } from '../../platform.js';

const image = (version: string) => `ghcr.io/chess/site:${version}`;
const file = (text: string): Source => ({ path: 'apps/chess.ts', text });
const chess = file(`base: {
  image: '${image('1.0.0')}',
},
staging: { image: '${image('1.1.0')}' },
`);
const running = (prod: string, staging: string, program = 'chess'): Running[] => [
  { app: 'chess', environment: 'prod', program, image: image(prod) },
  { app: 'chess', environment: 'staging', program, image: image(staging) },
];
const wish = { app: 'chess', from: 'staging', to: 'prod' };
const refusal = (all: readonly Running[], source: Source | undefined, props: object = {}): string => {
  try {
    promotion(all, source, { ...wish, ...props });
  } catch (error) {
    if (error instanceof UseError) return error.message;
    throw error;
  }
  throw new Error('it was not refused');
};

describe('a promotion', () => {
  it('changes the one literal that says what runs, and tells the line', () => {
    const { path, text, change } = promotion(running('1.0.0', '1.1.0'), chess, wish);
    expect(path).toBe('apps/chess.ts');
    expect(text).toBe(chess.text.replace('1.0.0', '1.1.0'));
    expect(change).toBe(`--- a/apps/chess.ts
+++ b/apps/chess.ts
@@ -2 +2 @@
-  image: '${image('1.0.0')}',
+  image: '${image('1.1.0')}',`);
  });

  it('goes the other way as well', () => {
    const { text } = promotion(running('1.0.0', '1.1.0'), chess, {
      app: 'chess',
      from: 'prod',
      to: 'staging',
    });
    expect(text).toBe(chess.text.replace('1.1.0', '1.0.0'));
  });

  it('changes one that is assumed as well', () => {
    const source = file(`prod: { image: assumed("the version", "${image('1.0.0')}") },\n`);
    expect(promotion(running('1.0.0', '1.1.0'), source, wish).text).toBe(
      `prod: { image: assumed("the version", "${image('1.1.0')}") },\n`,
    );
  });

  it('takes one program of several', () => {
    const all = [...running('1.0.0', '1.1.0'), ...running('2.0.0', '2.1.0', 'mail')];
    const source = file(`'${image('1.0.0')}' '${image('2.0.0')}'`);
    expect(promotion(all, source, { ...wish, program: 'mail' }).text).toBe(
      `'${image('1.0.0')}' '${image('2.1.0')}'`,
    );
    expect(refusal(all, source)).toBe('2 programs differ: name one, chess/chess or chess/mail');
    expect(refusal(all, source, { program: 'mial' })).toBe(
      "chess has no program 'mial': it has chess or mail",
    );
  });
});

describe('what cannot be promoted is refused in a line', () => {
  it('where both run the same', () => {
    expect(refusal(running('1.0.0', '1.0.0'), chess)).toBe(
      'nothing to promote: chess runs the same image in staging and prod. Give staging the new one first',
    );
  });

  it('where nobody knows the app or the environment', () => {
    const all = running('1.0.0', '1.1.0');
    expect(refusal(all, chess, { app: 'ches' })).toBe(
      "there is no app 'ches' whose image is known. Did you mean chess?",
    );
    expect(refusal(all, chess, { from: 'sandbox' })).toBe(
      'chess is not in sandbox: it is in prod or staging',
    );
  });

  it('where no literal holds it whole', () => {
    const parts = file(`const tag = '1.0.0'; image: \`ghcr.io/chess/site:\${tag}\`, '${image('1.0.0')}-old'`);
    expect(refusal(running('1.0.0', '1.1.0'), parts)).toBe(
      `apps/chess.ts does not hold '${image('1.0.0')}' as one literal: give chess its image in prod there`,
    );
    expect(refusal(running('1.0.0', '1.1.0'), undefined)).toContain('apps/chess.ts does not hold');
  });

  it('where two literals hold it', () => {
    const twice = file(`'${image('1.0.0')}',\n'${image('1.0.0')}',`);
    expect(refusal(running('1.0.0', '1.1.0'), twice)).toBe(
      `'${image('1.0.0')}' is written 2 times, at apps/chess.ts:1 and apps/chess.ts:2: change one by hand`,
    );
  });

  it('where the literal says what something else runs, too', () => {
    const sandbox = { app: 'chess', environment: 'sandbox', program: 'chess', image: image('1.0.0') };
    expect(refusal([...running('1.0.0', '1.1.0'), sandbox], chess)).toBe(
      `'${image('1.0.0')}' is also what chess of chess in sandbox runs: give chess an image of its own in the prod layer first`,
    );
  });
});

it('knows by the model what runs, in layers, services and jobs, released in steps or not', () => {
  const platform = testPlatform().add(
    app('chess', {
      base: {
        ...base,
        services: { mail: { image: image('2.0.0') } },
        jobs: { report: { image: image('3.0.0'), schedule: '0 3 * * *' } },
      },
      staging: { host: 'chess.staging.example.com', image: image('1.1.0') },
    }),
  );
  const told = runningImages(platform, render(platform)).map(
    ({ program, image: each }) => `${program} ${each}`,
  );
  expect(told.sort()).toEqual([
    `chess ${image('1.1.0')}`,
    `mail ${image('2.0.0')}`,
    `report ${image('3.0.0')}`,
  ]);
});
