import type { Answers, Kind } from './answers.js';

/** What the tests are to find of a new app; undefined for one that consists of what a chart makes. */
export function factsFile(kind: Kind, answers: Answers): string | undefined {
  if (kind === 'chart') return undefined;
  const { name = '', image = '', port, host, 'staging-host': staging } = answers;
  const grav = kind === 'grav';
  const facts = (address: string, replicas: number) => ({
    hosts: [address],
    services: {
      [name]: {
        image: grav ? 'ghcr.io/clubcedille/grav' : image.replace(/@.*$/, '').replace(/:[^/:]*$/, ''),
        port: kind === 'web' ? Number(port) : 8080,
        replicas: grav ? 1 : replicas,
      },
    },
    ...(grav && { volumes: { [`${name}-site`]: '1Gi' } }),
  });
  return JSON.stringify({
    ...(host && { prod: facts(host, 2) }),
    ...(staging && { staging: facts(staging, 1) }),
  });
}
