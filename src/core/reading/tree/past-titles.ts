const PAST_TITLE =
  /回顾|发展基础|现状|面临(?:的)?形势|发展成效|工作总结|主要成效|取得的?成(?:效|绩|就)|建设基础|工作基础|过去(?:一年|五年)|发展环境/
const GLOSSARY_TITLE = /名词解释|注释|术语|解读/

/** Whether a title opens a part that tells of the past: 2025年工作回顾, 发展基础. */
export function isPastTitle(title: string): boolean {
  return PAST_TITLE.test(title)
}

/** Whether a title opens a part that explains words. */
export function isGlossaryTitle(title: string): boolean {
  return GLOSSARY_TITLE.test(title)
}
