import { assumed, ClubApp, type Platform } from '#constructs';
import { clubs } from './clubs.js';

const qdrant = { keys: { QDRANT_API_KEY: 'any' }, generate: true };
const cache = {
  mount: '/transformers-cache',
  size: '2Gi',
  personalData: false,
  noBackup: 'its models can be downloaded again',
};
const model = 'key of a language model’s API';
const keys = {
  CHATBOT_ENABLED: 'true or false',
  POSTHOG_API_KEY: 'key of PostHog’s API',
  GEMINI_API_KEY: model,
  GROQ_API_KEY: model,
  NVIDIA_API_KEY: model,
};

/** Plans the courses of a degree. Its chatbot looks them up in Qdrant, a database of vectors. */
export const planifets = (platform: Platform) =>
  new ClubApp(platform, 'planifets', {
    owner: clubs.applets,
    base: {
      image: assumed(
        'the version: the newest commit known; nobody has looked whether its image is there',
        'ghcr.io/applets/planifets-frontend:main-a3c19e3-prod',
      ),
      port: 3000,
      internet: true,
      resources: { cpu: { request: '800m', limit: '1500m' }, memory: { request: '500Mi', limit: '750Mi' } },
      databases: {
        db: {
          engine: 'postgres',
          version: '17.7',
          storage: '5Gi',
          personalData: false,
          database: 'planifetsDB',
        },
      },
      services: {
        backend: {
          image: assumed(
            'the version: the newest commit known; nobody has looked whether its image is there',
            'ghcr.io/applets/planifets-backend:main-7ff387c',
          ),
          port: 3000,
          probe: '/api/health',
          paths: ['/api'],
          env: {
            PORT: '3000',
            QDRANT_URL: 'http://qdrant:6333',
            TRANSFORMERS_CACHE_DIR: '/transformers-cache',
          },
          secrets: { backend: { keys }, qdrant },
          uses: { db: { url: 'DATABASE_URL' } },
          calls: ['qdrant'],
          internet: true,
          scratch: ['/tmp'],
          resources: { cpu: { request: '800m', limit: '2' }, memory: { request: '700Mi', limit: '1Gi' } },
          volumes: { transformers: cache },
        },
        qdrant: {
          image:
            'docker.io/qdrant/qdrant@sha256:0bd98fa7977f1e75694779359ca4e212822e5a71334e28421182f72f209d5286',
          port: 6333,
          probe: '/healthz',
          env: {
            QDRANT__SERVICE__API_KEY: '$(QDRANT_API_KEY)',
            QDRANT__STORAGE__SNAPSHOTS_PATH: '/qdrant/storage/snapshots',
            QDRANT__TELEMETRY_DISABLED: 'true',
          },
          secrets: { qdrant },
          scratch: ['/tmp'],
          resources: { cpu: { request: '200m', limit: '800m' }, memory: { request: '256Mi', limit: '1Gi' } },
          volumes: { storage: { mount: '/qdrant/storage', size: '5Gi', personalData: false } },
        },
      },
    },
    sandbox: {
      host: 'planifets.dev.cedille.club',
      image: assumed(
        'the version: the newest commit known; nobody has looked whether its image is there',
        'ghcr.io/applets/planifets-frontend:main-a3c19e3-dev',
      ),
    },
    staging: {
      host: 'planifets.staging.cedille.club',
      image: assumed(
        'the version: the newest commit known; nobody has looked whether its image is there',
        'ghcr.io/applets/planifets-frontend:main-a3c19e3-staging',
      ),
    },
    prod: { host: ['planifets.clubapplets.ca', 'planifets.prodv2.cedille.club'] },
  });
