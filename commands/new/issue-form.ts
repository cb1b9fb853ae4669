import { type Answers, type Key, kinds } from './answers.js';

/**
 * What the form `.github/ISSUE_TEMPLATE/nouveau-site.yml` asks, by the labels under which GitHub writes the answers
 * into the issue. A test holds both equal.
 */
export const fields: Readonly<Record<string, Key>> = {
  'Nom du club / Name of the club': 'club',
  'Équipe de ClubCedille sur GitHub, ou personne / GitHub team of ClubCedille, or person': 'github',
  'Salon Discord des alertes / Discord channel for alerts': 'alerts',
  'Nom court du site / Short name of the site': 'name',
  'Genre de site / Kind of site': 'kind',
  'Adresse publique / Public address': 'host',
  "Adresse d'essai / Address for trying things out": 'staging-host',
  'Dépôt GitHub des pages / GitHub repository of the pages': 'repository',
  'Image de conteneur / Container image': 'image',
  Port: 'port',
};

/** What GitHub writes for a field that was left empty. */
const empty = '_No response_';

/**
 * The answers in the text of an issue that the form made. Whatever people write there is data: a heading that the form
 * does not have is part of the answer before it, and one that comes twice is refused, for then nobody knows which holds.
 */
export function answersOf(body: string): Answers {
  const answers: Partial<Record<Key, string>> = {};
  let key: Key | undefined;
  const lines = new Map<Key, string[]>();
  for (const line of body.split(/\r?\n/)) {
    const label = /^### (.*)$/.exec(line)?.[1]?.trim() ?? '';
    const next = Object.hasOwn(fields, label) ? fields[label] : undefined;
    if (next && lines.has(next)) throw new Error(`the form has '${label}' twice. Open a new one.`);
    if (next) lines.set(next, []);
    else if (key) lines.get(key)?.push(line);
    key = next ?? key;
  }
  for (const [field, answer] of lines) {
    const text = answer.join('\n').trim();
    if (text !== '' && text !== empty) answers[field] = field === 'kind' ? kindOf(text) : text;
  }
  return answers;
}

/** The kind at the beginning of an option: `grav – …`. */
const kindOf = (option: string): string => kinds.find((kind) => option.startsWith(`${kind} `)) ?? option;
