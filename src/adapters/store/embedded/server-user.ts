import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { StoreError } from '../store-error.ts'

/**
 * As whom PostgreSQL's programs run, since they refuse root: as this process's own user; as root of the machine who is an
 * ordinary user inside a namespace of his own (files stay root's); or as another user of the machine.
 */
export type ServerUser =
  | { readonly kind: 'self' }
  | { readonly kind: 'namespace'; readonly mappedUid: number }
  | { readonly kind: 'other'; readonly uid: number; readonly gid: number }

/** Who owns a cluster that is there already. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

/**
 * Chooses the user. Started as root on a cluster of an ordinary user (a service's, say), that user runs it, so that nothing
 * changes hands. `only` narrows the choice, to try one of the ways.
 */
export function chooseServerUser(owner: Owner | undefined, only?: ServerUser['kind']): ServerUser {
  if (process.getuid?.() !== 0) return { kind: 'self' }
  if (owner && owner.uid !== 0) return { kind: 'other', uid: owner.uid, gid: owner.gid }
  const account = ordinaryAccount()
  if (!account) throw new StoreError('store.noOrdinaryUser')
  if (only !== 'other' && namespaceAllowed(account.uid)) return { kind: 'namespace', mappedUid: account.uid }
  return { kind: 'other', uid: account.uid, gid: account.gid }
}

interface Account extends Owner {
  readonly name: string
}

/** initdb looks its user up by number, so it must be one with a name. A user `guatu`, if the machine has one, comes first. */
function ordinaryAccount(): Account | undefined {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid }) => name !== '' && uid > 0)
  const named = (name: string): Account | undefined => accounts.find((account) => account.name === name)
  return named('guatu') ?? named('nobody') ?? accounts[0]
}

function namespaceAllowed(uid: number): boolean {
  return spawnSync('unshare', ['--user', `--map-user=${uid}`, '--', 'true'], { stdio: 'ignore' }).status === 0
}

/** Number of the user who owns the server's files, undefined where the system knows no numbers. */
export function ownerUid(user: ServerUser): number | undefined {
  return user.kind === 'other' ? user.uid : process.getuid?.()
}

/** Starts one of PostgreSQL's programs as that user. */
export function spawnAs(user: ServerUser, command: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const whole =
    user.kind === 'namespace' ? ['unshare', '--user', `--map-user=${user.mappedUid}`, '--', ...command] : command
  const [program = '', ...args] = whole
  const identity = user.kind === 'other' ? { uid: user.uid, gid: user.gid } : {}
  return spawn(program, args, { ...options, ...identity })
}

/** Whether that user can enter a folder, or run a program. */
export function canReach(user: ServerUser, path: string): boolean {
  if (user.kind !== 'other') return true
  const asked = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], {
    uid: user.uid,
    gid: user.gid,
    stdio: 'ignore',
  })
  return asked.status === 0
}

/**
 * Words before a command that let the system end it when this process ends however it ends (`kill -9` too), where there is
 * such a means. SIGINT is PostgreSQL's quick and clean shutdown.
 */
export function endsWithParent(): string[] {
  const probe = spawnSync('setpriv', ['--pdeathsig', 'SIGINT', '--', 'true'], { stdio: 'ignore' })
  return probe.status === 0 ? ['setpriv', '--pdeathsig', 'SIGINT', '--'] : []
}
