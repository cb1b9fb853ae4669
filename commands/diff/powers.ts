import { type Container, containersOf, type Pod } from '../../rules/engine/pod-view.js';

/** What a pod may do beyond a restricted one, by the rule that minds it. */
export interface Powers {
  readonly privileged: string[];
  readonly 'host-access': string[];
  readonly capabilities: string[];
  readonly 'root-user': string[];
  readonly escalation: string[];
}

/** All powers of a pod, each in a few words; none if there is no pod. */
export function powersOf(pod: Pod | undefined): Powers {
  const powers: Powers = {
    privileged: [],
    'host-access': [],
    capabilities: [],
    'root-user': [],
    escalation: [],
  };
  if (!pod) return powers;
  const { spec } = pod;
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC'] as const)
    if (spec[field]) powers['host-access'].push(`has ${field}`);
  for (const { hostPath } of spec.volumes ?? [])
    if (hostPath) powers['host-access'].push(`mounts ${hostPath.path} of the server`);
  for (const container of containersOf(pod)) addPowers(powers, pod, container);
  return powers;
}

function addPowers(powers: Powers, { spec }: Pod, container: Container): void {
  const own = container.securityContext ?? {};
  const shared = spec.securityContext ?? {};
  const where = `in container ${container.name}`;
  if (own.privileged) powers.privileged.push(`is privileged ${where}`);
  for (const { hostPort } of container.ports ?? [])
    if (hostPort) powers['host-access'].push(`listens on port ${hostPort} of the server ${where}`);
  for (const name of own.capabilities?.add ?? []) powers.capabilities.push(`has ${name} ${where}`);

  const user = own.runAsUser ?? shared.runAsUser;
  if (user === 0) powers['root-user'].push(`runs as root ${where}`);
  else if (!(own.runAsNonRoot ?? shared.runAsNonRoot)) powers['root-user'].push(`may run as root ${where}`);

  if (own.allowPrivilegeEscalation !== false) powers.escalation.push(`may gain privileges ${where}`);
  if (!own.capabilities?.drop?.includes('ALL')) powers.escalation.push(`keeps default capabilities ${where}`);
  const seccomp = (own.seccompProfile ?? shared.seccompProfile)?.type ?? 'Unconfined';
  if (seccomp === 'Unconfined') powers.escalation.push(`may make any system call ${where}`);
}
