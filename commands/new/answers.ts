import type { Language, Text } from '../../constructs/refusals/text.js';

export type { Language, Text };

/** The kinds of app that can be asked for. */
export const kinds = ['grav', 'web', 'static', 'chart'] as const;

/** A kind of app. */
export type Kind = (typeof kinds)[number];

/** What can be asked; as flags they have the same names. */
export type Key =
  | 'kind'
  | 'name'
  | 'description'
  | 'club'
  | 'github'
  | 'alerts'
  | 'repository'
  | 'branch'
  | 'image'
  | 'port'
  | 'probe'
  | 'chart'
  | 'chart-version'
  | 'chart-repository'
  | 'service'
  | 'host'
  | 'staging-host';

/** What was answered, as it was written. */
export type Answers = Readonly<Partial<Record<Key, string>>>;

/** What is asked for: a club's app or a system service. */
export type Subject = 'app' | 'service';

/** What is wrong with an answer, and how to mend it, on one line each. */
export type Complaint = Text;
