import type { Words } from '#core/kit'

/** Refusals about what a figure is made of: parts of rates, recognised rows, stated facts of targets, red-line revocations. */
export const targetRefusals = {
  'report.barePercentage': {
    zh: '比率不能只报百分数，请填分子、分母，以及台账由谁掌握、截至何日、依据何文件。',
    en: 'A rate is never a bare percentage: give numerator, denominator, who keeps the list, its day and its document.',
  },
  'report.figureFollowsParts': {
    zh: '比率由分子、分母算出（{figure}），不必另填数值。',
    en: 'The rate follows from its parts ({figure}); leave the figure empty.',
  },
  'report.partsNotAsked': {
    zh: '本项不是比率，或已选“无变化”，请清空分子、分母。',
    en: 'This is no rate, or "no change" is chosen; clear numerator and denominator.',
  },
  'report.partNotNumber': {
    zh: '分子“{text}”不是不小于零的数，请只填数字。',
    en: 'The numerator "{text}" is not a number of zero or more. Enter digits only.',
  },
  'report.denominatorNotPositive': {
    zh: '分母“{text}”须为大于零的数。没有应覆盖对象的，请选“无变化”并在说明中写明。',
    en: 'The denominator "{text}" must be above zero. If there is nobody to cover, say so in the paragraph with "no change".',
  },
  'report.partsKeeperMissing': {
    zh: '请填写台账由哪个单位掌握。',
    en: 'Say which body keeps the list behind the rate.',
  },
  'report.partsDocumentMissing': {
    zh: '请填写台账或文件的名称、文号。',
    en: 'Name the list or document behind the rate.',
  },
  'report.partsDateInvalid': {
    zh: '请填写台账截至日期，格式如2025-03-05。',
    en: 'Give the day of the list as 2025-03-05.',
  },
  'report.uncoveredMissing': {
    zh: '还有{count}个未覆盖，请列出是谁，或附名单。',
    en: '{count} are not covered: name them, or attach the list.',
  },
  'report.uncoveredTooMany': {
    zh: '列出{listed}个未覆盖对象，分母减分子只有{count}个，请核对。',
    en: '{listed} are named as not covered, but only {count} are left by the parts; check them.',
  },
  'report.figureFollowsRows': {
    zh: '数值由认定台账得出，现为{figure}，不能另填。请增补台账。',
    en: 'The figure follows from the recognised rows ({figure}). Add rows instead of typing it.',
  },
  'report.rowsChanged': {
    zh: '认定台账已变为{figure}，不能报“无变化”。',
    en: 'The recognised rows now give {figure}; "no change" does not hold.',
  },
  'report.rowsNotLookedAt': {
    zh: '还有{count}条认定文件没有核对，请先在认定台账中核对。',
    en: '{count} recognising documents have not been looked at; look at them in the funnel first.',
  },
  'recognition.notRecognised': {
    zh: '本项不是由他方认定的指标，请直接填报数值。',
    en: 'No other body decides what counts here; report the figure itself.',
  },
  'recognition.nameMissing': { zh: '请填写名称。', en: 'Give its name.' },
  'recognition.bodyMissing': { zh: '请填写由哪个单位认定。', en: 'Name the body that decides.' },
  'recognition.documentMissing': {
    zh: '认定须有文件，请填写文件名称或文号。',
    en: 'Recognised only by a document: give its title or number.',
  },
  'recognition.dateInvalid': {
    zh: '请填写不晚于今天的日期，格式如2025-03-05。',
    en: 'Give dates not later than today, as 2025-03-05.',
  },
  'recognition.dateOrder': {
    zh: '申报、受理、认定的日期须依次不早于前一步。',
    en: 'Filed, admitted and recognised follow each other; check the dates.',
  },
  'recognition.nameTwice': {
    zh: '“{name}”已在台账中。',
    en: '"{name}" is among the rows already.',
  },
  'recognition.lookedAt': {
    zh: '此条已经核对，不能再改；有误的，请认可人退出此条后重新填写。',
    en: 'This row has been looked at and stands. If it is wrong, the acceptor takes it out and it is entered anew.',
  },
  'recognition.notYetRecognised': {
    zh: '此条尚未认定，没有可核对的文件。',
    en: 'This row is not recognised yet; there is no document to look at.',
  },
  'recognition.reasonMissing': { zh: '请写明退出的原因。', en: 'Say why it is taken out.' },
  'recognition.withdrawn': { zh: '此条已经退出台账。', en: 'This row has been taken out.' },
  'recognition.baselineMissing': {
    zh: '总数由基数加认定数得出，本项还没有基数。请先在事项页设定基数。',
    en: 'The total is the baseline and what is recognised; set a baseline on the item page first.',
  },
  'targetFact.documentMissing': {
    zh: '请填写依据的文件名称或文号。',
    en: 'Name the document that it rests on.',
  },
  'targetFact.figureInvalid': {
    zh: '“{text}”不是数值，请只填数字。',
    en: '"{text}" is not a number. Enter digits only.',
  },
  'targetFact.dateInvalid': { zh: '请按“2025-03-05”的格式填写日期。', en: 'Write the date as 2025-03-05.' },
  'targetFact.dateOutside': {
    zh: '阶段目标的日期须在目标期限之内（{from}至{to}）。',
    en: 'A stage date lies within the span of the target ({from} to {to}).',
  },
  'targetFact.longTermNotLater': {
    zh: '多年目标的期限须晚于本年目标（{due}）。',
    en: 'A multi-year target is due after this year’s ({due}).',
  },
  'targetFact.notIndicator': {
    zh: '只有指标可以补充目标信息。',
    en: 'Only an indicator has a target to state facts about.',
  },
  'targetFact.notRelative': {
    zh: '本项目标不是与他项比较的目标，不需要对照。',
    en: 'This target is not compared with another figure.',
  },
  'targetFact.counterpartUnknown': {
    zh: '没有这项对照指标或对照数据。',
    en: 'There is no such indicator or series to compare with.',
  },
  'targetFact.ownStatement': {
    zh: '不能批准自己提出的内容，请由他人批准。',
    en: 'You stated this yourself; someone else must approve it.',
  },
  'targetFact.alreadyDecided': { zh: '此项已经办结。', en: 'This is already decided.' },
  'redLine.alreadyRevoked': { zh: '此事件已经撤销。', en: 'This event is already taken back.' },
  'redLine.revocationWaits': {
    zh: '此事件的撤销正在等待批准。',
    en: 'A revocation of this event waits for approval already.',
  },
  'redLine.reasonMissing': { zh: '请写明撤销的原因。', en: 'Say why it is taken back.' },
  'duty.statutoryBrokenDown': {
    zh: '“{title}”是法定统计指标，《统计法》不允许分解到乡镇（街道）或企业，请改由区级部门负责。',
    en: '“{title}” is a statutory series; the Statistics Law does not allow it to be given to a township or a firm. Name a bureau.',
  },
  'estimate.ownFigure': {
    zh: '“{title}”由单位填报，不需要另报预计数。',
    en: '"{title}" is reported by its unit; it needs no estimate.',
  },
  'estimate.basisMissing': { zh: '请写明预计的依据。', en: 'Say what the estimate rests on.' },
  'estimate.released': {
    zh: '“{title}”这一期已经发布，不再需要预计数。',
    en: 'That period of "{title}" is released; it needs no estimate.',
  },
  'comparison.nameTaken': { zh: '已有名为“{name}”的对照数据。', en: 'A series called "{name}" exists already.' },
  'release.rankInvalid': {
    zh: '“{title}”的位次须为不大于{of}的正整数。',
    en: 'The rank of "{title}" must be a whole number from 1 to {of}.',
  },
  'series.namesMissing': {
    zh: '请至少填写一个用于识别指标的名称。',
    en: 'Give at least one name by which the series is recognised.',
  },
  'series.calendarInvalid': {
    zh: '发布日须为1—31日，间隔须为0—24个月。',
    en: 'The day of release is 1 to 31, the months after the period 0 to 24.',
  },
} as const satisfies Record<string, Words>
