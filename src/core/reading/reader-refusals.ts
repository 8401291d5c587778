import type { Words } from '#core/kit'

/** Why a file could not be read, and what to do about it; the readers of adapters/files refuse with these codes. */
export const readerRefusals = {
  'reader.empty': {
    zh: '文件里没有文字。请检查文件后重新上传。',
    en: 'The file holds no text. Check the file and upload it again.',
  },
  'reader.tooLarge': {
    zh: '文件超过 {limitMegabytes} MB。请拆分文件，或删去图片后重新上传。',
    en: 'The file is larger than {limitMegabytes} MB. Split it, or remove its pictures and upload it again.',
  },
  'reader.zipBomb': {
    zh: '文件解开后超过上限（整个文件 300 MB，其中一个部分 120 MB，压缩 200 倍，工作簿 60 MB，读取 30 秒），已停止读取。请用 Word 或 WPS 另存为新文件后重新上传。',
    en: 'The file unpacks beyond the limits (300 MB in all, 120 MB for one part, a ratio of 200, 60 MB for a workbook, 30 seconds of reading) and was not read. Save it anew in Word or WPS and upload it again.',
  },
  'reader.scannedPdf': {
    zh: 'PDF 里没有可读取的文字，多为扫描件。请上传 Word 原文，或先做文字识别。',
    en: 'The PDF holds no readable text and is probably a scan. Upload the Word original, or run text recognition on it first.',
  },
  'reader.garbledPdf': {
    zh: 'PDF 的字体没有文字编码，读出来是乱码。请上传 Word 原文，或先做文字识别。',
    en: 'The fonts of the PDF carry no character codes, so its text is unreadable. Upload the Word original, or run text recognition on it first.',
  },
  'reader.tooManyPages': {
    zh: 'PDF 超过 {limitPages} 页。请拆分后重新上传。',
    en: 'The PDF has more than {limitPages} pages. Split it and upload it again.',
  },
  'reader.unknownFormat': {
    zh: '认不出文件格式。请另存为 docx（表格存为 xlsx）后重新上传。',
    en: 'The format of the file is not known. Save it as docx (a table as xlsx) and upload it again.',
  },
  'reader.unsupportedFormat': {
    zh: '暂不能读取 {format} 文件。请另存为 docx 后重新上传。',
    en: '{format} files cannot be read. Save the file as docx and upload it again.',
  },
  'reader.picture': {
    zh: '这是图片，没有文字。请上传 Word 原文，或先做文字识别。',
    en: 'This is a picture without text. Upload the Word original, or run text recognition on it first.',
  },
  'reader.encrypted': {
    zh: '文件设有密码。请取消密码后重新上传。',
    en: 'The file is protected by a password. Remove the password and upload it again.',
  },
  'reader.damaged': {
    zh: '文件已损坏，读不完整。请用原软件打开并另存后重新上传。',
    en: 'The file is damaged and cannot be read completely. Open it in its own program, save it anew and upload it again.',
  },
  'reader.legacyDoc': {
    zh: '这是 Word 97 以前的文件。请另存为 docx 后重新上传。',
    en: 'This file is older than Word 97. Save it as docx and upload it again.',
  },
  'reader.attachmentType': {
    zh: '不收这种文件。可以上传 pdf、docx、xlsx、png、jpg、webp、txt、csv。',
    en: 'This kind of file is not taken. Upload pdf, docx, xlsx, png, jpg, webp, txt or csv.',
  },
  'reader.extensionMismatch': {
    zh: '文件内容是 {found}，名称却以 .{named} 结尾。请改正名称后重新上传。',
    en: 'The file holds {found} but its name ends in .{named}. Correct the name and upload it again.',
  },
  'reader.commentsNeedDocx': {
    zh: '只有 docx 文件能加批注。请上传 Word 原文，或改用 xlsx 清单。',
    en: 'Comments go into docx files only. Use the Word original, or take the xlsx list.',
  },
  'reader.workbookFormula': {
    zh: '{cell} 单元格含公式。请粘贴为数值后重新上传。',
    en: 'Cell {cell} holds a formula. Paste it as a value and upload the file again.',
  },
  'reader.workbookMacro': {
    zh: '工作簿含宏或外部链接。请另存为不含宏的 xlsx 后重新上传。',
    en: 'The workbook holds macros or external links. Save it as xlsx without macros and upload it again.',
  },
  'reader.tooManyCells': {
    zh: '表格超过 {limitCells} 格。请只留任务表，另存后重新上传。',
    en: 'The table has more than {limitCells} cells. Keep the table of tasks only, save it anew and upload it again.',
  },
  'reader.workbookTooLarge': {
    zh: '工作簿超过 {limitRows} 行或 {limitColumns} 列。请拆分后重新上传。',
    en: 'The workbook has more than {limitRows} rows or {limitColumns} columns. Split it and upload it again.',
  },
} as const satisfies Record<string, Words>

/** What a reader dropped or guessed while it read: the codes of `SourceDocument.notes`. */
export const readerNotes = {
  'reader.legacyDocRead': {
    zh: '旧版 Word 文件按文字、表格和标题读取，图片、页眉和批注没有读取。如与原文有出入，请另存为 docx 后重新上传。',
    en: 'The old Word file was read as text, tables and headings; pictures, headers and comments were not. Where it differs from the original, save it as docx and upload it again.',
  },
  'reader.numbersCounted': {
    zh: '有 {paragraphs} 段用了自动编号，旧版 Word 文件里没有存编号的文字，已按编号规则推算写出，请与原文核对。',
    en: '{paragraphs} paragraphs are numbered automatically. Old Word files do not keep the numbers as text; they were counted by the rules of the lists. Compare them with the original.',
  },
  'reader.sheetsDropped': {
    zh: '隐藏的工作表没有读取：{sheets}。',
    en: 'Hidden sheets were not read: {sheets}.',
  },
  'reader.sheetWithoutTasks': {
    zh: '工作表“{sheet}”没有认出任务表头，只作文字保留。可在载入时说明各列是什么。',
    en: 'No heads of a task table were found on the sheet “{sheet}”; it is kept as text. State its columns while loading.',
  },
  'reader.rowWithoutTask': {
    zh: '“{sheet}”第 {row} 行没有任务内容，没有成为任务：{words}',
    en: '“{sheet}” row {row} holds no task and became none: {words}',
  },
  'reader.rowDueUnread': {
    zh: '“{sheet}”第 {row} 行的时限不是日期，请在审阅时补上：{words}',
    en: '“{sheet}” row {row}: the deadline is no date; give it in the review: {words}',
  },
  'reader.linesRejoined': {
    zh: '原文按行硬换行，已把 {lines} 行接回段落。',
    en: 'The text was wrapped line by line; {lines} lines were joined to paragraphs.',
  },
  'reader.pageMarksDropped': {
    zh: '已略去页码和页眉页脚 {lines} 行。',
    en: '{lines} lines of page numbers and running heads were left out.',
  },
  'reader.revisionsAccepted': {
    zh: '文件带修订记录，已按全部接受修订读取：插入 {inserted} 处，删除 {deleted} 处。',
    en: 'The file holds tracked changes; it was read with all of them accepted: {inserted} insertions, {deleted} deletions.',
  },
  'reader.contentsDropped': {
    zh: '已略去自动目录。',
    en: 'The automatic table of contents was left out.',
  },
  'reader.picturesDropped': {
    zh: '文件含 {pictures} 幅图片，图片里的文字没有读取。',
    en: 'The file holds {pictures} pictures; text inside them was not read.',
  },
  'reader.marginsDropped': {
    zh: '页眉、页脚不进入正文。',
    en: 'Headers and footers are not part of the text.',
  },
  'reader.hiddenDropped': {
    zh: '已略去 {runs} 处隐藏文字。',
    en: '{runs} pieces of hidden text were left out.',
  },
  'reader.encodingGuessed': {
    zh: '文字编码按 {encoding} 读取。',
    en: 'The text was read as {encoding}.',
  },
  'reader.pagesWithoutText': {
    zh: '有 {pages} 页没有文字，可能是扫描页。',
    en: '{pages} pages hold no text and may be scans.',
  },
  'reader.navigationDropped': {
    zh: '已略去网页导航 {blocks} 处。',
    en: '{blocks} navigation blocks of the page were left out.',
  },
} as const satisfies Record<string, Words>
