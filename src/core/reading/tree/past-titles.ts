const PAST_TITLE =
  /^(?:20\d\d年|上年度?|去年)[^,;。]{0,14}情况$|回顾|现状|面临(?:的)?形势|发展成效|工作总结|主要成效|取得的?成(?:效|绩|就)|过去(?:一年|五年)|(?<!夯实|筑牢|打牢|巩固|强化|厚植|优化|营造|改善|提升|净化)(?:发展|建设|工作)(?:基础|环境)/
const GLOSSARY_TITLE = /(?:名词|术语|用语|概念)(?:解释|说明|注释|解读)$|^注释$/

/** Whether a title opens a part that tells of the past: 2025年工作回顾, 发展基础. */
export function isPastTitle(title: string): boolean {
  return PAST_TITLE.test(title)
}

/** Whether a title opens a part that explains words. */
export function isGlossaryTitle(title: string): boolean {
  return /[释明读]$/.test(title) && GLOSSARY_TITLE.test(title)
}
