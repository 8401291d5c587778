import { type RegionProof, verifyRegion } from '#app/reporting'
import { sha256Text } from '#adapters/secrets'
import { backupRecords, StoreError, withRegionRecords } from '#adapters/store'
import { type Language, refusalWords } from '#adapters/http/contract/words'
import { openHouse, type Settings } from '#main/server'
import { exitCode, noRegion, type Terminal, UsageError } from '../command.ts'
import { settingsOf } from '../settings-of.ts'

/** What is to be proved, and how it is printed. */
interface Wanted extends Chosen {
  readonly file: string | undefined
  readonly format: 'text' | 'json'
}

/** Proves a database or, where one is named, a backup; prints what it found. */
export async function verify({ file, format, ...wanted }: Wanted, terminal: Terminal): Promise<number> {
  const settings = file === undefined ? settingsOf(terminal) : undefined
  if (file === undefined && !settings) return exitCode.usage
  const proofs = settings ? await proveDatabase(settings, wanted) : await proveBackup(file ?? '', wanted, terminal)
  if (proofs === null) return exitCode.negative
  if (proofs.length === 0) throw new UsageError(noRegion(wanted.regionId))
  if (format === 'json') terminal.out(`${JSON.stringify(proofs, null, 1)}\n`)
  else for (const proof of proofs) terminal.out(proofText(proof, terminal.language))
  return proofs.every((proof) => proof.findings.length === 0) ? exitCode.done : exitCode.negative
}

interface Chosen {
  readonly expectHead: string | undefined
  readonly regionId: string | undefined
}

async function proveDatabase(settings: Settings, { expectHead, regionId }: Chosen): Promise<readonly RegionProof[]> {
  const house = await openHouse(settings, { whenHeld: 'join' })
  try {
    const regions = await house.database.owner.selectFrom('region').select('region_id').orderBy('region_id').execute()
    const proofs: RegionProof[] = []
    for (const { region_id: id } of regions.filter((row) => regionId === undefined || row.region_id === regionId)) {
      const options = { regionId: id, sha256: sha256Text, checkFile: (sha256: string) => house.files.check(sha256) }
      const prove = await withRegionRecords(house.database, options, (records) =>
        verifyRegion(records, { sha256: sha256Text, expectHead }),
      )
      proofs.push(prove)
    }
    return proofs
  } finally {
    await house.close()
  }
}

/** Null where the file itself is damaged: that is an answer, not a failure. */
async function proveBackup(
  file: string,
  { expectHead, regionId }: Chosen,
  terminal: Terminal,
): Promise<readonly RegionProof[] | null> {
  try {
    const regions = await backupRecords(file, sha256Text)
    const chosen = regions.filter((records) => regionId === undefined || records.regionId === regionId)
    return await Promise.all(chosen.map((records) => verifyRegion(records, { sha256: sha256Text, expectHead })))
  } catch (problem) {
    if (!(problem instanceof StoreError) || problem.refusal.code !== 'store.backupDamaged') throw problem
    terminal.out(`✗ ${problem.words[terminal.language]}\n`)
    return null
  }
}

function proofText(proof: RegionProof, language: Language): string {
  const { regionId, seals, reports, corrections, files, auditLinks, auditTail, findings } = proof
  const counted =
    language === 'zh'
      ? `封存 ${seals} 期、填报 ${reports} 条、更正 ${corrections} 条、附件 ${files} 个、日志 ${auditLinks} 条（未入链 ${auditTail} 条）`
      : `${seals} seals, ${reports} reports, ${corrections} corrections, ${files} files, ${auditLinks} log rows (${auditTail} not linked yet)`
  const heads = [
    `${language === 'zh' ? '封存链首' : 'head of the seals'} ${proof.sealHead ?? '—'}`,
    `${language === 'zh' ? '日志链首' : 'head of the log'}   ${proof.auditHead ?? '—'}`,
  ]
  const verdict = findings.length === 0 ? '✓' : '✗'
  const lines = [...heads, ...findings.map((finding) => `✗ ${refusalWords(finding, language)}`)]
  return `${verdict} ${regionId}: ${counted}\n${lines.map((line) => `  ${line}\n`).join('')}`
}
