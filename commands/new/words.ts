/** What the command says, in English and in French. */
export const words = {
  arrows: { en: 'arrows and Enter', fr: 'flèches et Entrée' },
  subject: { en: 'What is new?', fr: 'Que faut-il créer ?' },
  noTerminal: {
    en: 'Questions need a terminal. Without one, answer by flags:',
    fr: 'Il faut un terminal pour les questions. Sans lui, répondez par des options :',
  },
  stopped: { en: 'Stopped: nothing was written.', fr: "Arrêté : rien n'a été écrit." },
  wouldWrite: { en: 'would write', fr: 'écrirait' },
  wouldChange: { en: 'would change', fr: 'changerait' },
  written: { en: 'written', fr: 'écrit' },
  changed: { en: 'changed', fr: 'changé' },
  wrong: { en: 'Nothing was written. Mend these:', fr: "Rien n'a été écrit. À corriger :" },
  run: {
    en: 'Make dist/ and the docs current now?',
    fr: 'Mettre à jour maintenant dist/ et la documentation ?',
  },
  yes: { en: 'yes', fr: 'oui' },
  no: { en: 'no', fr: 'non' },
  yesNo: { en: 'Y/n', fr: 'O/n' },
  absent: { en: 'missing:', fr: 'manque :' },
  next: { en: 'Then:', fr: 'Ensuite :' },
  commit: {
    en: 'Look at it with git diff, commit it on a branch, and open a pull request.',
    fr: 'Relisez avec git diff, validez sur une branche et ouvrez une demande de tirage.',
  },
  record: {
    en: 'The DNS record of this address is to be asked of',
    fr: "L'enregistrement DNS de cette adresse est à demander à",
  },
  failed: {
    en: 'failed: mend what it tells, and run it again.',
    fr: "a échoué : corrigez ce qu'il dit et relancez-le.",
  },
} as const;
