import { canonicalJson } from '#core/kit'
import type { Json } from '#core/kit'
import { genesisHash } from './seal.ts'
import type { Seal, Sha256 } from './types.ts'

/** What is wrong with a chain, and where. */
export type ChainFault = 'gap' | 'brokenLink' | 'changed' | 'malformed' | 'wrongHead'

/** The outcome of verifying a chain: its head, or the first place where it does not hold. */
export type ChainVerdict =
  | { readonly ok: true; readonly length: number; readonly head: string }
  | { readonly ok: false; readonly seq: number; readonly fault: ChainFault }

type Place = { readonly seq?: unknown; readonly previousHash?: unknown }

function parsed(payload: string): Place | null {
  try {
    const value = JSON.parse(payload) as Json
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject && canonicalJson(value) === payload ? (value as Place) : null
  } catch {
    return null
  }
}

function faultOf(seal: Seal, seq: number, previousHash: string, sha256: Sha256): ChainFault | null {
  if (seal.seq !== seq) return 'gap'
  if (seal.previousHash !== previousHash) return 'brokenLink'
  if (sha256(seal.payload) !== seal.hash) return 'changed'
  const place = parsed(seal.payload)
  if (place === null) return 'malformed'
  return place.seq === seq && place.previousHash === previousHash ? null : 'brokenLink'
}

/**
 * Recomputes a region's chain of seals in order, from an export alone: every hash, every link, no gap; with `expectedHead` (as
 * printed in an issued document) also that the chain ends there.
 */
export function verifySeals(seals: readonly Seal[], sha256: Sha256, expectedHead?: string): ChainVerdict {
  let head = genesisHash
  for (const [index, seal] of seals.entries()) {
    const fault = faultOf(seal, index + 1, head, sha256)
    if (fault !== null) return { ok: false, seq: index + 1, fault }
    head = seal.hash
  }
  if (expectedHead !== undefined && expectedHead !== head) return { ok: false, seq: seals.length, fault: 'wrongHead' }
  return { ok: true, length: seals.length, head }
}
