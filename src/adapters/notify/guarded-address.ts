import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { accept, refuse, type Result } from '#core/kit'

/** An address that was looked up and may be connected to. */
export interface GuardedAddress {
  readonly address: string
  readonly family: 4 | 6
}

type Range = readonly [network: string, bits: number, family: 'ipv4' | 'ipv6']

/** Never sent to, whatever is ticked: nowhere, link-local, metadata of clouds, many at once. */
const closed = listOf([
  ['0.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['100.100.100.200', 32, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  ['::', 128, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fd00:ec2::254', 128, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
])

/** Inside the office or on this machine: only where the administrator says so. */
const inside = listOf([
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['::1', 128, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  // NAT64 and 6to4 hide an IPv4 address that cannot be judged here.
  ['64:ff9b::', 96, 'ipv6'],
  ['2002::', 16, 'ipv6'],
])

function listOf(ranges: readonly Range[]): BlockList {
  const list = new BlockList()
  for (const [network, bits, family] of ranges) list.addSubnet(network, bits, family)
  return list
}

/**
 * Looks a host up and answers the one address that is then connected to, so that no second lookup can lead elsewhere. Refuses what must
 * not be reached; of several addresses none may be closed, because the system could take any.
 */
export async function guardedAddress(host: string, allowPrivate: boolean): Promise<Result<GuardedAddress>> {
  const bare = host.replace(/^\[|\]$/g, '')
  const found = await lookup(bare, { all: true }).catch((problem: unknown) => problem)
  if (!Array.isArray(found) || found.length === 0)
    return refuse('channel.unreachable', { host, reason: found instanceof Error ? reasonOf(found) : 'ENOTFOUND' })
  for (const { address } of found) {
    if (isIn(closed, address)) return refuse('channel.forbiddenAddress', { host })
    if (!allowPrivate && isIn(inside, address)) return refuse('channel.privateAddress', { host })
  }
  const [{ address, family }] = found
  return accept({ address, family: family === 6 ? 6 : 4 })
}

/** Short reason of a network fault: ECONNREFUSED, ENOTFOUND, CERT_HAS_EXPIRED. */
export function reasonOf(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem)
  return 'code' in problem && typeof problem.code === 'string' ? problem.code : problem.message
}

/** An IPv4 address in IPv6 clothing (::ffff:127.0.0.1) is judged as what it is. */
function isIn(list: BlockList, address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  return list.check(mapped, isIP(mapped) === 6 ? 'ipv6' : 'ipv4')
}
