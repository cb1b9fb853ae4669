import { assumed, ClubApp, type Platform } from '#constructs';
import { clubs } from './clubs.js';

const mysql = { cpu: { request: '300m', limit: '500m' }, memory: '512Mi' };
const uploads = `upload_max_filesize = 256M
post_max_size = 256M
memory_limit = 256M
max_execution_time = 600
`;

/** The site of Habitek, a WordPress. */
export const habitek = (platform: Platform) =>
  new ClubApp(platform, 'habitek', {
    owner: clubs.habitek,
    base: {
      image: 'docker.io/library/wordpress:6.9.4-php8.2',
      port: 80,
      uses: {
        mysql: {
          host: 'WORDPRESS_DB_HOST',
          user: 'WORDPRESS_DB_USER',
          password: 'WORDPRESS_DB_PASSWORD',
          database: 'WORDPRESS_DB_NAME',
        },
      },
      internet: true, // themes, plugins and their updates
      resources: { cpu: { request: '2', limit: '3' }, memory: '1Gi' },
      volumes: { html: { mount: '/var/www/html', size: '10Gi', personalData: false } },
      files: { '/usr/local/etc/php/conf.d/uploads.ini': uploads },
      scratch: ['/tmp', '/var/run/apache2', '/var/lock/apache2'],
      databases: {
        mysql: {
          engine: 'mysql',
          version: assumed(
            'the version of MySQL, which has run as latest: a volume of 9 cannot go back to 8',
            '9.6.0',
          ),
          storage: '10Gi',
          personalData: assumed(
            'personal data: its club has not yet agreed to it',
            'accounts of its users, from before this was asked; not yet agreed on with its club',
          ),
          resources: mysql,
        },
      },
    },
    prod: { host: 'habitek.ca' },
  });
