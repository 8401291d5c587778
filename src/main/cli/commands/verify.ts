import { parseArgs } from 'node:util'
import { type RegionProof, verifyRegion } from '#app/reporting'
import { sha256Text } from '#adapters/secrets'
import { backupRecords, StoreError, withRegionRecords } from '#adapters/store'
import { type Language, refusalWords } from '#adapters/http/contract/words'
import { openHouse, type Settings } from '#main/server'
import { formatOf } from '../usage.ts'
import { type Command, exitCode, noRegion, type Terminal, UsageError } from '../command.ts'
import { settingsOf } from '../settings-of.ts'

/** `guatu verify`: everything that must not have changed, recomputed. */
export const command: Command = {
  help: `Usage: guatu verify [--expect HEAD] [--region ID] [--format text|json] [FILE]

Recomputes what must not have changed: the chain of seals, every sealed report against its row, plans, corrections, attached files,
and the chain of the log. With FILE (made by guatu backup) it needs neither server nor database; without it, the database of the
settings is read, also while the server runs.

  --expect HEAD  a head of the chain of seals as printed in an issued document; it has to be in the chain
  --region ID    this region only
  --format json  for programs: one array with counts, heads and findings for each region

Exit codes: 0 everything holds, 1 something does not, 2 wrong use, 3 it could not be read.
`,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        expect: { type: 'string' },
        region: { type: 'string' },
        format: { type: 'string', default: 'text' },
      },
      allowPositionals: true,
    })
    const format = formatOf(['text', 'json'], values.format)
    if (positionals.length > 1)
      throw new UsageError({
        zh: '一次验证一个备份文件（guatu verify --help）',
        en: 'one backup file at a time (guatu verify --help)',
      })
    const [file] = positionals
    const settings = file === undefined ? settingsOf(terminal) : undefined
    if (file === undefined && !settings) return exitCode.usage
    const wanted = { expectHead: values.expect, regionId: values.region }
    const proofs = settings ? await proveDatabase(settings, wanted) : await proveBackup(file ?? '', wanted, terminal)
    if (proofs === null) return exitCode.negative
    if (proofs.length === 0) throw new UsageError(noRegion(values.region))
    if (format === 'json') terminal.out(`${JSON.stringify(proofs, null, 1)}\n`)
    else for (const proof of proofs) terminal.out(proofText(proof, terminal.language))
    return proofs.every((proof) => proof.findings.length === 0) ? exitCode.done : exitCode.negative
  },
}

interface Wanted {
  readonly expectHead: string | undefined
  readonly regionId: string | undefined
}

async function proveDatabase(settings: Settings, { expectHead, regionId }: Wanted): Promise<readonly RegionProof[]> {
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
  { expectHead, regionId }: Wanted,
  terminal: Terminal,
): Promise<readonly RegionProof[] | null> {
  try {
    const regions = await backupRecords(file, sha256Text)
    const chosen = regions.filter((records) => regionId === undefined || records.regionId === regionId)
    return await Promise.all(chosen.map((records) => verifyRegion(records, { sha256: sha256Text, expectHead })))
  } catch (problem) {
    if (!(problem instanceof StoreError) || problem.refusal.code !== 'store.backupDamaged') throw problem
    terminal.out(`✗ ${refusalWords(problem.refusal, terminal.language)}\n`)
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
