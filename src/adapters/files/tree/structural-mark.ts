const NUMERAL = '[一二三四五六七八九十百零〇两]'

/**
 * Openings that begin a paragraph of a plan whatever stood before: 一、 （一） 1. 1、 （1） ① 第一章 附件2 专栏3 责任单位：.
 * "5.5万" and "（2022年" are none.
 */
const STRUCTURAL = new RegExp(
  [
    `^${NUMERAL}{1,4}[、．.]`,
    `^[（(]${NUMERAL}{1,4}[）)]`,
    '^\\d{1,3}[、．﹒]',
    '^\\d{1,2}(\\.\\d{1,2}){0,3}[.)）]?(?=[\\s\\u3000]*[^\\s\\d.%‰)）、，。；—-])(?<=[.)）\\s])',
    '^\\d{1,3}\\.(?!\\d)',
    '^[（(]\\d{1,2}[）)]',
    '^[①-⑳⑴-⒇]',
    `^第(${NUMERAL}{1,5}|\\d{1,3})[章节条编篇部分]`,
    '^(附件|附表|附录|专栏)(\\s*\\d{1,2}|[一二三四五六七八九十]{1,2})?\\s*([：:]|$|[\\u4e00-\\u9fff]?$)',
    '^(责任|牵头|配合|完成|主责|实施)(单位|部门|时限|时间|领导|处室)[：:]',
    '^(抄送|主送|联系人)[：:]',
  ].join('|'),
)

/** Whether a line opens with the ordinal or keyword of a new paragraph. */
export function opensParagraph(line: string): boolean {
  return STRUCTURAL.test(line.trimStart())
}
