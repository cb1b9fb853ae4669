import { k8s } from 'cdk8s-plus-28';
import { type PodProps, secretsFolder } from '../workload/pod.js';

/** How to tell, without the database running, that a dump of it can be read to its end. */
export interface DumpProof {
  /** The dump, below the root of the database's volume. */
  readonly file: string;
  /** The image that reads it. @default - the database's own */
  readonly image?: string;
  /** A script that fails if `file` is not whole. */
  script(file: string): string;
}

/** For what takes no program of the database to be read; an image of a club may ask for a login. */
const plainTools = 'docker.io/library/busybox:1.36.1';

/** How a database's official image is run. */
export interface Engine {
  /** The official image. */
  readonly image: string;
  readonly port: number;
  /** How the URL of such a database begins. */
  readonly scheme: string;
  /** What it ends in. @default - nothing */
  readonly query?: string;
  /** Whom it lets in: a user with a password, or anybody who knows the password. @default 'user' */
  readonly admits?: 'user' | 'password';
  /** Where it keeps its files. */
  readonly data: string;
  /** Files that it reads before it has any of its own. @default - none */
  readonly files?: Readonly<Record<string, string>>;
  /** Where else it writes. */
  readonly scratch: readonly string[];
  /** A script that writes all that it holds to a file on its volume, which then is of one moment. */
  dump(user: string, database: string): string;
  /** What shows that a dump is whole. */
  readonly proof: DumpProof;
  /** How it is started with a user and a database. */
  start(user: string, database: string): Pick<PodProps, 'command' | 'args' | 'env' | 'probes'>;
}

const password = `${secretsFolder}/password`;

/** Ready when it says so, alive by its port; a database that recovers may take its time to start. */
const asked = (port: string, ...command: string[]): PodProps['probes'] => {
  const exec = { command };
  const tcpSocket = { port: k8s.IntOrString.fromString(port) };
  return {
    startupProbe: { tcpSocket, periodSeconds: 5, failureThreshold: 60 },
    readinessProbe: { exec, periodSeconds: 10, timeoutSeconds: 5 },
    livenessProbe: { tcpSocket, periodSeconds: 20, failureThreshold: 5 },
  };
};

/** A dump beside the data, the old one kept until the new one is whole. */
const dumped = (folder: string, command: string): string =>
  `${command} > ${folder}/dump.part && mv ${folder}/dump.part ${folder}/dump`;

/** `postgres`, `mysql`, `mongo` or `redis`. */
export type EngineName = 'postgres' | 'mysql' | 'mongo' | 'redis';

/** The databases that an app can have. */
export const engines: Readonly<Record<EngineName, Engine>> = {
  postgres: {
    image: 'docker.io/library/postgres',
    port: 5432,
    scheme: 'postgresql',
    data: '/var/lib/postgresql/data',
    scratch: ['/tmp', '/var/run/postgresql'],
    // With huge pages on the node, which Mayastor needs, it would take some and die of SIGBUS beyond its limit of none;
    // while it sets itself up, it reads only this.
    files: { '/usr/share/postgresql/postgresql.conf.sample': "huge_pages = off\nlisten_addresses = '*'\n" },
    dump: (user: string, database: string) =>
      dumped('/var/lib/postgresql/data', `pg_dump --format=custom --username=${user} ${database}`),
    // As if it were restored, every row of it, into nothing.
    proof: { file: 'dump', script: (file: string) => `pg_restore --file=/dev/null ${file}` },
    start: (user: string, database: string) => ({
      // What it tries out while it sets itself up fails for want of huge pages, and it would settle for the least.
      args: ['huge_pages=off', 'shared_buffers=128MB', 'max_connections=100'].flatMap((set) => ['-c', set]),
      env: {
        POSTGRES_USER: user,
        POSTGRES_DB: database,
        POSTGRES_PASSWORD_FILE: password,
        PGDATA: '/var/lib/postgresql/data/pgdata', // the volume's root holds lost+found
      },
      probes: asked('postgres', 'pg_isready', '-h', '127.0.0.1', '-U', user, '-d', database),
    }),
  },
  mysql: {
    image: 'docker.io/library/mysql',
    port: 3306,
    scheme: 'mysql',
    data: '/var/lib/mysql',
    scratch: ['/tmp', '/var/run/mysqld'],
    dump: (_: string, database: string) =>
      dumped(
        '/var/lib/mysql',
        `MYSQL_PWD="$(cat ${password})" mysqldump --single-transaction --user=root ${database}`,
      ),
    // Its last line, which is only written at the end.
    proof: {
      file: 'dump',
      image: plainTools,
      script: (file: string) => `tail -n 1 ${file} | grep -q '^-- Dump completed'`,
    },
    start: (user: string, database: string) => ({
      args: ['--datadir=/var/lib/mysql/data'], // it refuses to begin in a folder with lost+found in it
      env: {
        MYSQL_DATABASE: database,
        MYSQL_USER: user,
        MYSQL_PASSWORD_FILE: password,
        MYSQL_ROOT_PASSWORD_FILE: password,
      },
      probes: asked('mysql', 'mysqladmin', 'ping', '-h', '127.0.0.1', '--silent'),
    }),
  },
  mongo: {
    image: 'docker.io/library/mongo',
    port: 27017,
    scheme: 'mongodb',
    query: '?authSource=admin',
    data: '/data/db',
    scratch: ['/tmp', '/data/configdb'],
    dump: (user: string) =>
      dumped(
        '/data/db',
        `mongodump --archive --authenticationDatabase=admin --username=${user} --password="$(cat ${password})"`,
      ),
    // The number that archives begin with, and the mark that they end with.
    proof: {
      file: 'dump',
      image: plainTools,
      script: (file: string) =>
        `[ "$(head -c 4 ${file} | od -An -tx1)" = ' 6d e2 99 81' ]\n[ "$(tail -c 4 ${file} | od -An -tx1)" = ' ff ff ff ff' ]`,
    },
    start: (user: string, database: string) => ({
      env: {
        MONGO_INITDB_ROOT_USERNAME: user,
        MONGO_INITDB_ROOT_PASSWORD_FILE: password,
        MONGO_INITDB_DATABASE: database,
        HOME: '/tmp', // where its shell keeps a history
      },
      probes: asked('mongo', 'mongosh', '--quiet', '--eval', "db.adminCommand('ping').ok"),
    }),
  },
  redis: {
    image: 'docker.io/library/redis',
    port: 6379,
    scheme: 'redis',
    admits: 'password',
    data: '/data',
    scratch: [],
    // It writes a file of one moment by itself.
    dump: () => `REDISCLI_AUTH="$(cat ${password})" redis-cli save`,
    proof: { file: 'dump.rdb', script: (file: string) => `redis-check-rdb ${file}` },
    start: () => ({
      command: ['/bin/sh', '-c', `exec redis-server --appendonly yes --requirepass "$(cat ${password})"`],
      probes: asked('redis', 'redis-cli', 'ping'),
    }),
  },
};
