import type { Owner } from '#constructs';

/** The clubs whose apps run here, and who answers for them. */
export const clubs = {
  acets: { club: 'ACETS', github: '@ClubCedille/sre', alerts: 'cedille' },
  algoets: { club: 'AlgoÉTS', github: '@AlgoETS', alerts: 'algoets' },
  applets: { club: 'ApplETS', github: '@ClubCedille/applets', alerts: 'applets' },
  capra: { club: 'Capra', github: '@clubcapra', alerts: 'capra' },
  cedille: { club: 'Cédille', github: '@ClubCedille/sre', alerts: 'cedille' },
  comets: { club: 'Comets', github: '@ClubCedille/sre', alerts: 'cedille' },
  conjure: { club: 'Conjure', github: '@ConjureETS', alerts: 'cedille' },
  crabe: { club: 'CRABE', github: '@crabe-etsmtl', alerts: 'crabe' },
  dronolab: { club: 'Dronolab', github: '@dronolab', alerts: 'dronolab' },
  exutoire: { club: "L'Exutoire", github: '@ClubCedille/sre', alerts: 'cedille' },
  forom: { club: 'FOROM', github: '@ClubCedille/sre', alerts: 'cedille' },
  habitek: { club: 'Habitek', github: '@ClubCedille/sre', alerts: 'cedille' },
  ingenieuses: { club: 'Les Ingénieuses', github: '@les-ingenieuses-de-l-ets', alerts: 'cedille' },
  integrale: { club: "L'Intégrale", github: '@integrale-ets', alerts: 'integrale' },
  piranha: { club: 'Fraternité du Piranha', github: '@ClubCedille/sre', alerts: 'cedille' },
  raconteurs: { club: 'Raconteurs', github: '@ClubCedille/sre', alerts: 'cedille' },
  synapsets: { club: 'SynapsÉTS', github: '@ClubCedille/sre', alerts: 'cedille' },
  saveurs: { club: 'Saveurs de Génie', github: '@ClubCedille/sre', alerts: 'cedille' },
} as const satisfies Record<string, Owner>;
