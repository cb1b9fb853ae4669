import { ClubApp, type Platform } from '#constructs';
import { clubs } from './clubs.js';

/** The map of incidents and of offers of help that was made at HackQC 2024. */
export const hackqc2024 = (platform: Platform) =>
  new ClubApp(platform, 'hackqc2024', {
    owner: clubs.cedille,
    base: {
      image: 'ghcr.io/clubcedille/hackqc2024:commit-67e6f2fa4680fa2e2daef9e624aa60328f65aa3b',
      port: 8080,
      volumes: { 'clover-db': { mount: '/go/bin/clover-db', size: '10Gi', personalData: false } },
      scratch: ['/go/bin/tmp'],
      internet: [80, 443], // Données Québec, VoIP.ms, and two sources without TLS
      secrets: {
        data: {
          keys: { API_KEY: 'key of Données Québec', JEU_DE_DONNEES: 'id of the data set it publishes to' },
        },
        voipms: {
          keys: {
            VOIPMS_API_USERNAME: 'user at VoIP.ms',
            VOIPMS_API_PASSWORD: 'password of its API',
            VOIPMS_API_DID: 'the number that texts come from',
          },
        },
      },
    },
    prod: { host: 'hackqc2024.omni.cedille.club' },
  });
