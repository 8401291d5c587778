import type { IFontAttributesProperties } from 'docx'

/** Fonts that the standard names; they are named, never shipped. Digits and Latin letters of the body are in Times New Roman. */
function chinese(eastAsia: string, latin = 'Times New Roman'): IFontAttributesProperties {
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia, hint: 'eastAsia' }
}

export const FANG_SONG = chinese('仿宋_GB2312')
export const XIAO_BIAO_SONG = chinese('方正小标宋简体', '方正小标宋简体')
export const HEI = chinese('黑体')
export const KAI = chinese('楷体_GB2312')
export const SONG = chinese('宋体', '宋体')
export const MONOSPACE = chinese('仿宋_GB2312', 'Courier New')

/** Names under which the same faces are found where the official ones are not installed. */
export const ALTERNATIVE_NAMES: Readonly<Record<string, string>> = {
  仿宋_GB2312: 'FangSong',
  楷体_GB2312: 'KaiTi',
  方正小标宋简体: 'SimSun',
  黑体: 'SimHei',
  宋体: 'SimSun',
}
