/**
 * One mark for every way of writing it. Each entry is one UTF-16 unit to one UTF-16 unit, so that folding never moves an
 * offset; white space is dropped by the view instead. Full-width ASCII (Ａ-ｚ, ０-９, ％, ，, （ …) is folded by arithmetic.
 */
export const foldedMarks: ReadonlyMap<string, string> = new Map([
  ['[', '('],
  [']', ')'],
  ['［', '('],
  ['］', ')'],
  ['「', '“'],
  ['」', '”'],
  ['『', '“'],
  ['』', '”'],
  ['〝', '“'],
  ['〞', '”'],
  ['【', '('],
  ['】', ')'],
  ['﹝', '〔'],
  ['﹞', '〕'],
  ['﹒', '.'],
  ['﹪', '%'],
  ['–', '—'],
  ['―', '—'],
  ['─', '—'],
  ['━', '—'],
  ['‐', '-'],
  ['−', '-'],
  ['∼', '~'],
  ['〜', '~'],
  ['﹣', '-'],
  ['︰', ':'],
  ['﹔', ';'],
  ['﹐', ','],
])
