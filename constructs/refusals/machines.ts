import type { Refusals } from './refusal.js';

/** The servers and their disks. */
export const machines = {
  'disk-missing': {
    what: { en: "'<node>' has no disk", fr: '« <node> » n’a pas de disque' },
    fix: {
      en: "Name one in <file>, or remove '<node>'",
      fr: 'Nommez-en un dans <file>, ou enlevez « <node> »',
    },
  },
  'disk-taken': {
    what: {
      en: "disk '<disk>' of '<node>' is already a disk of '<owner>'",
      fr: 'le disque « <disk> » de « <node> » est déjà un disque de « <owner> »',
    },
    fix: { en: 'Remove one of the two', fr: 'Enlevez l’un des deux' },
  },
  'disk-form': {
    what: {
      en: "disk '<disk>' of '<node>' is not a durable name of a whole disk, which ends in its serial number",
      fr: 'le disque « <disk> » de « <node> » n’est pas le nom durable d’un disque entier, qui finit par son numéro de série',
    },
    fix: {
      en: 'Write what `ls /dev/disk/by-id` shows there, like disks in <file>',
      fr: 'Écrivez ce que `ls /dev/disk/by-id` y montre, comme les disques de <file>',
    },
  },
  'machine-uuid': {
    what: {
      en: "machine '<name>' has no UUID, but '<uuid>'",
      fr: 'la machine « <name> » n’a pas d’UUID, mais « <uuid> »',
    },
    fix: { en: 'Take it from omnictl get machines', fr: 'Prenez-le de omnictl get machines' },
  },
  'machine-disk': {
    what: {
      en: "machine '<name>' has no durable disk id, but '<disk>'",
      fr: 'la machine « <name> » n’a pas d’identifiant de disque durable, mais « <disk> »',
    },
    fix: {
      en: "Write it like '/dev/disk/by-id/ata-MODEL_SERIAL', names like /dev/sda change at a reboot",
      fr: 'Écrivez-le comme « /dev/disk/by-id/ata-MODELE_SERIE » : un nom comme /dev/sda change au redémarrage',
    },
  },
  'machine-twice': {
    what: {
      en: "machine '<name>' (<uuid>) is listed twice",
      fr: 'la machine « <name> » (<uuid>) est citée deux fois',
    },
    fix: { en: 'Remove one of the two', fr: 'Enlevez l’une des deux' },
  },
  'control-planes-even': {
    what: {
      en: '<count> control planes have no majority when half of them are away',
      fr: '<count> plans de contrôle n’ont pas de majorité quand la moitié manque',
    },
    fix: { en: 'List an odd number', fr: 'Citez-en un nombre impair' },
  },
} as const satisfies Refusals;
