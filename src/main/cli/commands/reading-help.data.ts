import type { Words } from '#core/kit'

/** Help of `guatu extract`. */
export const extractHelp: Words = {
  zh: `Usage: guatu extract [选项] 文件…
       guatu extract [选项] - < 文件

读取印发的方案（docx、doc、wps、带文字层的 pdf、html，UTF-8、GB18030 或 UTF-16 的 txt）和任务表（xlsx、xls、csv），列出提纲、责任条款、量化指标、专班、节奏、时限、
红线、项目和政策。文件可以有多个；读取进度写到标准错误。

  --format text    给人看（默认）
  --format json    给程序用：一个文件是一个对象，多个文件是一个数组
  --format sarif   SARIF 2.1.0，每个要素一条，带位置
  --format xlsx    一行一个要素的工作表
  -o, --output F   写入文件 F，不写标准输出
  --map M          任务表各列是什么，如 title=B,lead=D,support=E,due=F；不写则按表头认。名称：number 序号，group 类别，title 任务，goal 目标，
                   measures 措施，lead 牵头，responsible 责任，support 配合，participate 参与，leader 领导，person 责任人，due 时限
  --explain        逐句说明：由哪条规则、凭哪些字读出什么，哪些是推定的；没有读出的句子和数字为什么不算（用于 text、json）

退出码：0 全部读完；2 用法不对；3 有文件读不了（其余照常输出），或写不了输出文件。

  guatu extract 总体方案.docx
  guatu extract --explain 总体方案.docx | less
  guatu extract --format json *.docx > plans.json
  guatu extract --map title=C,lead=E,due=G 任务分解表.xlsx
`,
  en: `Usage: guatu extract [options] FILE…
       guatu extract [options] - < FILE

Reads issued plans (docx, doc, wps, pdf with a text layer, html, txt in UTF-8, GB18030 or UTF-16) and tables of tasks (xlsx, xls,
csv) and prints what they say: outline,
responsibilities, quantified targets, task forces, cadences, deadlines, red lines, projects and policies. Takes many files; the
progress goes to standard error.

  --format text    for people (default)
  --format json    for programs: one object, or an array for several files
  --format sarif   SARIF 2.1.0, one result a fact, with its place
  --format xlsx    a sheet, one row a fact
  -o, --output F   write into the file F instead of standard output
  --map M          what the columns of a table hold, as title=B,lead=D,support=E,due=F; by their heads where it is left out. Names:
                   number, group, title, goal, measures, lead, responsible, support, participate, leader, person, due
  --explain        sentence by sentence: which rule found what at which words, which parts are implied, and why other sentences
                   and figures were left (with text and json)

Exit codes: 0 all files were read, 2 wrong use, 3 a file could not be read (the others are printed all the same) or the output
could not be written.

  guatu extract 总体方案.docx
  guatu extract --explain 总体方案.docx | less
  guatu extract --format json *.docx > plans.json
  guatu extract --map title=C,lead=E,due=G 任务分解表.xlsx
`,
}

/** Help of `guatu check`. */
export const checkHelp: Words = {
  zh: `Usage: guatu check [选项] 文件…
       guatu check [选项] - < 文件

给方案做体检：指标前后矛盾、同一单位写了两次或两种写法、条款没有牵头、任务分到专班以外、清单重复或遗漏等。每条都有位置、原文和建议。
文件可以有多个；读取进度写到标准错误。

  --format text    给人看（默认）；在终端上着色，设 NO_COLOR 则不着色
  --format json    给程序用：一个数组，每条有文件、规则、级别、问题、建议、位置（起止偏移、行、列和原文）
  --format sarif   SARIF 2.1.0，可在编辑器和代码审查工具里打开
  --format xlsx    一行一条的工作表
  --format docx    原来的 docx，在各处加上 Word 批注，其余内容不动（只用于一个 docx 文件）
  -o, --output F   写入文件 F，不写标准输出
  --against F      与此前版本或往年方案 F 对照，同一指标、同一目标年度的数不同即提出；可写多次

退出码：0 没有错误；1 至少有一条级别为“错误”；2 用法不对；3 有文件读不了，或写不了输出文件。

  guatu check 总体方案.docx
  guatu check --format docx -o 总体方案-批注.docx 总体方案.docx
`,
  en: `Usage: guatu check [options] FILE…
       guatu check [options] - < FILE

Examines plans: contradictory figures, units named twice or in two spellings, clauses without a lead, duties outside the task force,
entries doubled or lost in a list, and more. Each finding has its place, an excerpt and a remedy. Takes many files; the progress goes
to standard error.

  --format text    for people (default); in colours on a terminal, plain where NO_COLOR is set
  --format json    for programs: one array with file, rule, severity, message, remedy, places (offsets, line, column, words)
  --format sarif   SARIF 2.1.0, for editors and review tools
  --format xlsx    a sheet, one row a finding
  --format docx    the same docx with Word comments at the places, all else untouched (one docx file only)
  -o, --output F   write into the file F instead of standard output
  --against F      hold the figures against an earlier version or another year's plan F; may be given several times

Exit codes: 0 no errors found, 1 at least one finding of severity error, 2 wrong use, 3 a file could not be read or the output could
not be written.

  guatu check 总体方案.docx
  guatu check --format docx -o 总体方案-批注.docx 总体方案.docx
`,
}
