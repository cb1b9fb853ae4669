import { assumed, type Owner } from '#constructs';

// GitHub asks a team to approve only if it is of the organisation that the repository is in, and may write to it: each
// of these has to be there, and in .github/settings.yml.
const teams = assumed('the teams in ClubCedille of clubs that have an organisation of their own', {
  algoets: '@ClubCedille/algoets',
  capra: '@ClubCedille/capra',
  conjure: '@ClubCedille/conjure',
  crabe: '@ClubCedille/crabe',
  dronolab: '@ClubCedille/dronolab',
  ingenieuses: '@ClubCedille/ingenieuses',
  integrale: '@ClubCedille/integrale',
});

/** The clubs whose apps run here, and who answers for them: a team of ClubCedille, or a person. */
export const clubs = {
  acets: { club: 'ACETS', github: '@ClubCedille/sre', alerts: 'cedille' },
  algoets: { club: 'AlgoÉTS', github: teams.algoets, alerts: 'algoets' },
  applets: { club: 'ApplETS', github: '@ClubCedille/applets', alerts: 'applets' },
  capra: { club: 'Capra', github: teams.capra, alerts: 'capra' },
  cedille: { club: 'Cédille', github: '@ClubCedille/sre', alerts: 'cedille' },
  comets: { club: 'Comets', github: '@ClubCedille/sre', alerts: 'cedille' },
  conjure: { club: 'Conjure', github: teams.conjure, alerts: 'cedille' },
  crabe: { club: 'CRABE', github: teams.crabe, alerts: 'crabe' },
  dronolab: { club: 'Dronolab', github: teams.dronolab, alerts: 'dronolab' },
  exutoire: { club: "L'Exutoire", github: '@ClubCedille/sre', alerts: 'cedille' },
  forom: { club: 'FOROM', github: '@ClubCedille/sre', alerts: 'cedille' },
  habitek: { club: 'Habitek', github: '@ClubCedille/sre', alerts: 'cedille' },
  ingenieuses: { club: 'Les Ingénieuses', github: teams.ingenieuses, alerts: 'cedille' },
  integrale: { club: "L'Intégrale", github: teams.integrale, alerts: 'integrale' },
  piranha: { club: 'Fraternité du Piranha', github: '@ClubCedille/sre', alerts: 'cedille' },
  raconteurs: { club: 'Raconteurs', github: '@ClubCedille/sre', alerts: 'cedille' },
  synapsets: { club: 'SynapsÉTS', github: '@ClubCedille/sre', alerts: 'cedille' },
  saveurs: { club: 'Saveurs de Génie', github: '@ClubCedille/sre', alerts: 'cedille' },
} as const satisfies Record<string, Owner>;
