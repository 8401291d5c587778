import type { Words } from '#core/kit'

/** What verification finds, in words: what does not agree with what, and where. */
export const proofWords = {
  'proof.sealChain': {
    zh: '封存链在第{seq}号处不成立（{fault}）。',
    en: 'The chain of seals does not hold at number {seq} ({fault}).',
  },
  'proof.headNotInChain': {
    zh: '封存链中没有给出的链首 {head}。',
    en: 'The chain of seals does not contain the given head {head}.',
  },
  'proof.reportMissing': {
    zh: '{periodId} 已封存的填报不见了（事项 {itemId}）。',
    en: 'A sealed report of {periodId} is gone (item {itemId}).',
  },
  'proof.reportChanged': {
    zh: '{periodId} 的填报与封存不一致（事项 {itemId}）。',
    en: 'A report of {periodId} is not as it was sealed (item {itemId}).',
  },
  'proof.reportNotInSeal': {
    zh: '{periodId} 有封存中没有的已认可填报（事项 {itemId}）。',
    en: 'An accepted report of {periodId} is not in the seal (item {itemId}).',
  },
  'proof.planChanged': {
    zh: '方案第{version}版与封存时不一致（{planId}）。',
    en: 'Version {version} of the plan is not as it was sealed ({planId}).',
  },
  'proof.sealRemoved': {
    zh: '日志记载的第{seq}号封存不在或已不同。',
    en: 'Seal number {seq}, which the log names, is gone or different.',
  },
  'proof.correctionRemoved': {
    zh: '日志记载的更正 {correctionId} 不见了。',
    en: 'Correction {correctionId}, which the log names, is gone.',
  },
  'proof.correctionChanged': {
    zh: '更正 {correctionId} 与日志不一致（事项 {itemId}）。',
    en: 'Correction {correctionId} is not as it was logged (item {itemId}).',
  },
  'proof.fileChanged': {
    zh: '附件“{name}”的内容与登记的哈希不一致（{sha256}）。',
    en: 'The content of the file "{name}" does not match its hash ({sha256}).',
  },
  'proof.fileMissing': {
    zh: '附件“{name}”的内容不见了（{sha256}）。',
    en: 'The content of the file "{name}" is gone ({sha256}).',
  },
  'proof.auditChain': {
    zh: '日志链在第{seq}条处不成立（{fault}）。',
    en: 'The chain of the log does not hold at entry {seq} ({fault}).',
  },
  'proof.auditRowMissing': {
    zh: '日志第{seq}条的内容不见了。',
    en: 'The content of log entry {seq} is gone.',
  },
  'proof.auditUnlinked': {
    zh: '{count} 条日志标为已入链，链中却没有。',
    en: '{count} log {count|row is|rows are} marked as linked, but the chain does not hold them.',
  },
} as const satisfies Record<string, Words>
