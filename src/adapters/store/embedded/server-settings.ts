import { totalmem } from 'node:os'

/** Where the server listens: a socket folder, or a port on loopback where there are no sockets. */
export type Listening = { readonly socketFolder: string } | { readonly loopbackPort: number }

/** A socket's name ends in a port number, though nothing listens on that port. */
export const SOCKET_PORT = 5432

const MEGABYTE = 1024 * 1024

/**
 * Settings for a small machine that also runs Node; what is not named is PostgreSQL's own default. Durability is never traded:
 * `fsync` and `synchronous_commit` stay on. Given on the command line, so that an old folder follows a newer program.
 */
export function serverSettings(listening: Listening): string[] {
  const settings: Record<string, string> = {
    ...('socketFolder' in listening
      ? {
          listen_addresses: '',
          port: String(SOCKET_PORT),
          unix_socket_directories: quoted(listening.socketFolder),
          unix_socket_permissions: '0700',
        }
      : { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(listening.loopbackPort) }),
    shared_buffers: `${sharedBuffersMegabytes(totalmem())}MB`,
    max_connections: '60',
    fsync: 'on',
    synchronous_commit: 'on',
    // Nothing is replicated from here: write less.
    wal_level: 'minimal',
    max_wal_senders: '0',
    // Half of it is replayed at most when the server starts after a crash: a second or so.
    max_wal_size: '256MB',
    checkpoint_warning: '0',
    // Compiling pays for analytical queries of seconds; here it only delays short ones.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    lc_messages: 'C',
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** An eighth of the machine's memory, between 64 and 512 MB: the system's own cache does the rest. */
function sharedBuffersMegabytes(totalBytes: number): number {
  return Math.min(512, Math.max(64, Math.floor(totalBytes / 8 / MEGABYTE)))
}

/** The setting is a list: a path with a comma or blank stands in quotes. */
function quoted(path: string): string {
  return `"${path.replaceAll('"', '""')}"`
}
