import { ClubApp, type Platform, type ServiceSpec } from '#constructs';
import { clubs } from './clubs.js';

/** Passes on a request that comes in, by gRPC: to a channel of Discord, or by e-mail. */
const provider = (name: string, image: string, port: number, secret: string, what: string): ServiceSpec => ({
  image,
  port,
  probe: 'tcp',
  command: [`/${name}_provider`, '--port', `${port}`],
  internet: true,
  secrets: { [name]: { keys: { [secret]: what } } },
});

/** Takes in the requests that clubs and their sites make of Cédille. */
export const calidumRotae = (platform: Platform) =>
  new ClubApp(platform, 'calidum-rotae', {
    owner: clubs.cedille,
    base: {
      image: 'ghcr.io/clubcedille/calidum-rotae-service:2.0.1',
      port: 3000,
      probe: 'tcp', // '/' takes POST only
      command: ['/calidum_rotae_service', '--port', '3000'],
      args: [
        ...['--discord_provider_hostname', 'discord-provider', '--discord_provider_port', '5000'],
        ...['--email_provider_hostname', 'email-provider', '--email_provider_port', '4000'],
        ...['--allowed_domains', 'https://*.cedille.club,https://*.etsmtl.ca'],
      ],
      env: {
        OTEL_SERVICE_NAME: 'calidum',
        OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
        OTEL_METRICS_EXPORTER: 'none',
      },
      secrets: { api: { keys: { CALIDUM_ROTAE_SERVICE_API_KEY: 'the key that its callers show, any' } } },
      calls: ['discord-provider', 'email-provider'],
      services: {
        'discord-provider': provider(
          'discord',
          'ghcr.io/clubcedille/discord-provider:1.0.2',
          5000,
          'DISCORD_WEBHOOK_URL',
          "the webhook of Cédille's channel",
        ),
        'email-provider': {
          ...provider(
            'email',
            'ghcr.io/clubcedille/email-provider:1.0.2',
            4000,
            'EMAIL_SMTP_API_KEY',
            'a key of Resend that may send',
          ),
          env: {
            EMAIL_FROM_ADDRESS: 'noreply@cedille.club',
            EMAIL_FROM_NAME: 'cedille',
            EMAIL_NAME_TO: 'cedille',
            EMAIL_TO_ADDRESS: 'cedille@etsmtl.net',
            EMAIL_SUBJECT: 'Submission',
          },
        },
      },
    },
    prod: { host: 'calidum-rotae.prodv2.cedille.club' },
  });
