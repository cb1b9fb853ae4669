import type { Level } from '../severity.js';

interface Severity {
  /** In production, and for what is the same everywhere. */
  readonly level: Level;
  /** In staging and sandboxes. @default - the same */
  readonly elsewhere?: Level;
  /** Why it matters, in plain words. */
  readonly why: string;
}

const severity = <T extends Record<string, Severity>>(table: T): Readonly<Record<keyof T, Severity>> => table;

/** How severe each rule takes what it finds. What no rule finds is info. */
export const table = severity({
  'namespace-deleted': {
    level: 'danger',
    elsewhere: 'warning',
    why: 'All that is in a namespace goes with it',
  },
  'data-deleted': { level: 'danger', elsewhere: 'warning', why: 'What it holds is lost' },
  'application-removed': {
    level: 'danger',
    elsewhere: 'warning',
    why: 'Argo CD deletes all of it, except what is kept',
  },
  'workload-removed': { level: 'warning', elsewhere: 'notice', why: 'What it serves stops' },
  removed: { level: 'notice', elsewhere: 'info', why: 'Argo CD deletes it' },
  kept: { level: 'notice', elsewhere: 'info', why: 'It stays until someone deletes it by hand' },

  'volume-shrunk': {
    level: 'danger',
    elsewhere: 'warning',
    why: 'Kubernetes refuses to shrink a volume: the sync fails',
  },
  'volume-recreated': {
    level: 'danger',
    elsewhere: 'warning',
    why: 'Kubernetes refuses to change it: it has to be made anew, and what it holds copied before',
  },
  'volume-swapped': { level: 'warning', elsewhere: 'notice', why: 'The pods see other files than before' },
  'volume-grown': { level: 'notice', elsewhere: 'info', why: 'It can never shrink again' },
  immutable: {
    level: 'danger',
    elsewhere: 'warning',
    why: 'Kubernetes refuses to change it: the sync fails until the object is deleted and made anew',
  },
  recreated: { level: 'warning', elsewhere: 'notice', why: 'Argo CD deletes it and makes it anew' },

  'host-new': { level: 'warning', why: 'Everyone on the internet can reach it' },
  'host-gone': {
    level: 'warning',
    elsewhere: 'notice',
    why: 'Who knows it by that name finds nothing any more',
  },
  'tls-removed': { level: 'danger', why: 'What passes can be read and changed on its way' },
  'service-exposed': {
    level: 'danger',
    why: 'It is reachable from outside, past the Ingress and its certificate',
  },
  'record-changed': { level: 'warning', elsewhere: 'notice', why: 'The public name leads elsewhere' },

  'pod-security-lowered': { level: 'danger', why: 'Pods of the namespace may do more to the servers' },
  'pod-security-low': { level: 'warning', why: 'The namespace allows more than restricted pods' },
  privileged: { level: 'danger', why: 'It may do all that the server itself may' },
  'host-access': { level: 'danger', why: 'It sees the server that it runs on, and what else runs there' },
  capabilities: { level: 'danger', why: 'It may do more than a program needs' },
  'root-user': { level: 'warning', why: 'Who breaks into it is root in its container' },
  escalation: { level: 'warning', why: 'Who breaks into it has more ways to go on' },
  'cluster-admin': { level: 'danger', why: 'It may do everything on the whole cluster' },
  'rbac-wildcard': {
    level: 'danger',
    why: 'It may do more than anyone can foresee, or give itself more rights',
  },
  'rbac-widened': { level: 'warning', why: 'It may ask more of the cluster' },
  'binding-widened': { level: 'warning', why: 'More accounts have these rights' },

  'network-policy-removed': {
    level: 'danger',
    elsewhere: 'warning',
    why: 'Without it every connection is allowed',
  },
  'network-policy-widened': {
    level: 'warning',
    elsewhere: 'notice',
    why: 'More can reach it, or it reaches more',
  },
  'network-policy-narrowed': {
    level: 'notice',
    elsewhere: 'info',
    why: 'What still connects that way is cut off',
  },

  'vault-wildcard': { level: 'danger', why: 'It reads secrets that nobody has named' },
  'vault-widened': { level: 'warning', elsewhere: 'notice', why: 'It may do more with secrets' },
  'vault-role-wildcard': { level: 'danger', why: 'Accounts that nobody has named get these secrets' },
  'vault-role-widened': {
    level: 'warning',
    elsewhere: 'notice',
    why: 'More accounts get secrets, or one gets more of them',
  },
  'secret-in-git': { level: 'danger', why: 'Everyone who reads the repository reads it' },

  'application-moved': {
    level: 'danger',
    elsewhere: 'warning',
    why: 'Argo CD makes all of it anew there, without its data, and leaves the old to itself',
  },
  'application-renamed': {
    level: 'danger',
    elsewhere: 'warning',
    why: 'The old Application deletes on its way out what the new one deploys',
  },
  'application-refenced': { level: 'warning', why: 'Another project says what it may hold and where' },
  'sync-changed': { level: 'notice', why: 'Argo CD treats differences in another way' },
  'project-opened': { level: 'danger', why: 'The project allows something that no list limits' },
  'project-widened': { level: 'warning', why: 'Its units may come from, hold or reach more' },
  'unit-changed': {
    level: 'warning',
    elsewhere: 'notice',
    why: 'The Application that loses it may delete it after the other one has taken it over',
  },

  malformed: { level: 'danger', why: 'Kubernetes refuses it, and what it does could not be judged' },

  'chart-major': {
    level: 'warning',
    why: 'A first number that changes promises breaking changes; read its notes',
  },
  'chart-changed': { level: 'notice', why: 'What the chart itself changes is not shown here' },
  'values-changed': {
    level: 'notice',
    elsewhere: 'info',
    why: 'What the chart makes of its values is not shown here',
  },
  'release-changed': { level: 'notice', why: 'What the release itself changes is not shown here' },
  'servers-changed': {
    level: 'warning',
    why: 'Talos applies it to the servers themselves, and may restart them',
  },
  'by-hand': { level: 'warning', why: 'Nothing applies it but a person with kubectl' },
  stopped: { level: 'warning', elsewhere: 'notice', why: 'Nothing runs any more' },
  'pods-replaced': { level: 'notice', elsewhere: 'info', why: 'Its pods are replaced by new ones' },
  'files-changed': { level: 'notice', elsewhere: 'info', why: 'Pods that read it may start anew' },
});

/** The name of a rule. */
export type RuleId = keyof typeof table;
