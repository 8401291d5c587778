import type { Words } from '#core/kit'
import { dutyWords } from './responsibility/duty-words.data.ts'
import { cadenceRefusals } from './cadence-refusals.ts'
import { proofWords } from './proof-words.data.ts'
import { targetRefusals } from './target-refusals.ts'

/** Refusals of sheets, reports, periods, seals and corrections. */
export const reportingRefusals = {
  'ask.twin': {
    zh: '有{count}项已经在要（如“{title}”，与“{other}”相同）。确需再要，请写明原因。',
    en: '{count} of these are asked already (“{title}” is the same as “{other}”). Give the reason if they are needed again.',
  },
  'report.alreadySealed': {
    zh: '本期已封存，不能再改。如需修改，请办理更正。',
    en: 'This period is sealed. Ask for a correction instead.',
  },
  'report.periodClosed': { zh: '本期已关闭，不再接收填报。', en: 'This period is closed and takes no more reports.' },
  'report.cannotSave': {
    zh: '已提交的填报不能再改，请先撤回。',
    en: 'A submitted report cannot be changed. Withdraw it first.',
  },
  'report.cannotSubmit': { zh: '本项已经提交，不必再报。', en: 'This report is already submitted.' },
  'report.cannotWithdraw': {
    zh: '只有提交后、审签前可以撤回。',
    en: 'Only a submitted, unsigned report can be withdrawn.',
  },
  'report.cannotSign': { zh: '只有已提交的填报可以审签。', en: 'Only a submitted report can be signed.' },
  'report.cannotAccept': { zh: '只有已审签的填报可以认可。', en: 'Only a signed report can be accepted.' },
  'report.cannotReturn': {
    zh: '只有已提交、尚未认可的填报可以退回。',
    en: 'Only a submitted report that is not yet accepted can be returned.',
  },
  'report.notSigned': { zh: '本项尚未审签，请单位审签后再认可。', en: 'The unit has not signed this yet.' },
  'report.ownReport': {
    zh: '不能处理自己填报的内容，请由他人办理。单位只有一人的，请联系综合协调组。',
    en: 'You reported this yourself; someone else must decide. A unit with one person should ask the coordinating office.',
  },
  'report.ownSignature': {
    zh: '不能认可自己审签的内容，请由他人办理。',
    en: 'You signed this yourself; someone else must accept it.',
  },
  'report.notYoursToWithdraw': {
    zh: '只有填报人本人可以撤回。',
    en: 'Only the person who submitted it can withdraw it.',
  },
  'report.insideOwnUnit': {
    zh: '专班办公室设在填报单位，请由综合协调组认可。',
    en: 'The task-force office sits in the reporting unit; the coordinator must accept this.',
  },
  'report.figureMissing': {
    zh: '请填写数值；没有变化的，点“无变化”。',
    en: 'Enter the figure, or choose "no change".',
  },
  'report.figureNotAsked': { zh: '本项不需要填写数值。', en: 'No figure is asked for this item.' },
  'report.verdictNotFigure': {
    zh: '这是定性目标，没有百分比：请按判定标准选“达到”或“未达到”。',
    en: 'This target has no figure: say met or not met by its test.',
  },
  'report.figureNotNumber': {
    zh: '“{text}”不是数值，请只填数字。',
    en: '"{text}" is not a number. Enter digits only.',
  },
  'report.noChangeWithFigure': { zh: '已选“无变化”，请清空数值。', en: '"No change" is chosen; clear the figure.' },
  'report.nothingToRepeat': {
    zh: '本年尚无已认可的数值，请填写数值。',
    en: 'There is no accepted figure this year yet; enter one.',
  },
  'report.decreaseNeedsWord': {
    zh: '累计数由{previous}降到{figure}，请在说明中写明原因。',
    en: 'The running total falls from {previous} to {figure}; say why in the paragraph.',
  },
  'report.negativeNeedsWord': {
    zh: '数值{figure}为负，请在说明中写明原因。',
    en: 'The figure {figure} is negative; say why in the paragraph.',
  },
  'report.over100NeedsWord': {
    zh: '比率{figure}超过100%，请在说明中写明原因。',
    en: 'The rate {figure} is over 100 %; say why in the paragraph.',
  },
  'report.paragraphTooLong': {
    zh: '说明超过{limit}字，请精简。',
    en: 'The paragraph is over {limit} characters; shorten it.',
  },
  'report.claimMissing': {
    zh: '请选择进展：按序时、滞后、受阻或完成。',
    en: 'Choose: on pace, behind, blocked or done.',
  },
  'report.doneNeedsEvidence': { zh: '申报完成须附佐证材料。', en: 'A claim of "done" needs evidence; attach a file.' },
  'report.blockedNeedsBlockage': {
    zh: '请写明受阻事项和需要谁支持。',
    en: 'Say what blocks this and whose help is needed.',
  },
  'report.blockageIncomplete': {
    zh: '请写明受阻事项和需要谁支持。',
    en: 'Say what blocks this and whose help is needed.',
  },
  'report.blockageDate': { zh: '请按“2025-03-05”的格式填写日期。', en: 'Write the date as 2025-03-05.' },
  'report.nodeUnknown': { zh: '本项没有“{label}”这一时间节点。', en: 'This item has no time node "{label}".' },
  'report.returnReasonMissing': { zh: '请写明退回原因。', en: 'Say why it is returned.' },
  'report.returnDuePast': {
    zh: '退回后的报送时限须晚于现在。',
    en: 'The new due moment must lie ahead.',
  },
  'period.alreadyOpen': { zh: '本期已经开启。', en: 'This period is open already.' },
  'period.notOpen': { zh: '本期尚未开启，或已关闭。', en: 'This period is not open.' },
  'period.notClosed': { zh: '请先关闭本期，再封存。', en: 'Close the period before sealing it.' },
  'period.alreadySealed': { zh: '本期已经封存。', en: 'This period is sealed already.' },
  'period.notDue': { zh: '本期尚未到期（{dueAt}），不能关闭。', en: 'This period is not due until {dueAt}.' },
  'period.unknownId': {
    zh: '“{id}”不是有效的期号，旬如2025-D07。',
    en: '"{id}" is not a period; a dekad reads 2025-D07.',
  },
  'period.sealOrder': {
    zh: '还有更早关闭的一期没有封存，请按关闭的先后封存。',
    en: 'A period that was closed earlier is not sealed yet. Seal in order of closing.',
  },
  'correction.notSealed': {
    zh: '本期尚未封存，请直接修改填报。',
    en: 'This period is not sealed; change the report itself.',
  },
  'correction.reasonMissing': { zh: '请写明更正原因。', en: 'Say why it is corrected.' },
  'correction.itemNotInSeal': { zh: '封存中没有此项。', en: 'The seal does not hold this item.' },
  'correction.figureNotNumber': {
    zh: '“{text}”不是数值，请只填数字。',
    en: '"{text}" is not a number. Enter digits only.',
  },
  'correction.changesNothing': { zh: '更正后与原值相同。', en: 'The correction changes nothing.' },
  'correction.ownCorrection': {
    zh: '不能批准自己提出的更正，请由他人批准。',
    en: 'You made this correction; someone else must approve it.',
  },
  'correction.alreadyDecided': { zh: '此更正已经办结。', en: 'This correction is already decided.' },
  'release.itemUnknown': { zh: '没有这项指标。', en: 'There is no such indicator.' },
  'release.ownFigure': {
    zh: '“{title}”由单位填报，不从统计发布导入。',
    en: '"{title}" is reported by its unit; it does not come by release.',
  },
  'release.periodKind': {
    zh: '“{title}”没有“{id}”这一期，请按该指标的频率填写。',
    en: '"{title}" has no period "{id}"; write one of its own frequency.',
  },
  'release.periodNotOver': {
    zh: '“{title}”的这一期在发布日尚未结束；如为预计数，请注明。',
    en: 'That period of "{title}" was not over on the day of release; mark it as an estimate if it is one.',
  },
  'release.figureNotNumber': {
    zh: '“{title}”的“{text}”不是数值，请只填数字。',
    en: '"{text}" of "{title}" is not a number. Enter digits only.',
  },
  'release.figureTwice': {
    zh: '“{title}”{period} 的数值在同一批中出现两次。',
    en: 'The figure of "{title}" for {period} stands twice in this release.',
  },
  'release.dateInvalid': { zh: '请按“2025-03-05”的格式填写发布日期。', en: 'Write the day of release as 2025-03-05.' },
  'release.dateInFuture': { zh: '发布日期不能晚于今天。', en: 'The day of release cannot lie ahead.' },
  'verification.notYourRole': {
    zh: '核实方式与您的身份不符。',
    en: 'This way of verifying belongs to another role.',
  },
  'verification.noteMissing': { zh: '请写明依据。', en: 'Say what it rests on.' },
  'redLine.notRedLine': { zh: '本项不是红线指标。', en: 'This item is not a red line.' },
  'redLine.dateInvalid': {
    zh: '请填写不晚于今天的日期，格式如2025-03-05。',
    en: 'Give a date not later than today, as 2025-03-05.',
  },
  ...targetRefusals,
  ...dutyWords,
  ...cadenceRefusals,
  ...proofWords,
  'reconciliation.sameUnit': { zh: '对账双方须是两个单位。', en: 'The two sides must be two units.' },
  'reconciliation.exists': {
    zh: '本期已有同名对账，请直接打开。',
    en: 'This reconciliation of the period exists already; open it.',
  },
  'reconciliation.earlierOpen': {
    zh: '上一轮（{period}）还没有结束，请先结束上一轮，未结差异会带入本轮。',
    en: 'The round of {period} is still open. Close it first; what is unsettled comes along.',
  },
  'reconciliation.closed': {
    zh: '本轮对账已结束，未结差异在下一轮继续办理。',
    en: 'This round is closed; what is unsettled goes on in the next one.',
  },
  'reconciliation.keySettled': {
    zh: '{key}已由双方签认，数据不能再改。',
    en: '{key} is signed by both sides; its figures stand.',
  },
  'reconciliation.keyTwice': { zh: '{key}出现了两次。', en: '{key} is there twice.' },
  'reconciliation.notADecimal': {
    zh: '{key}的数据“{value}”不是数字。',
    en: 'The figure “{value}” of {key} is no number.',
  },
  'reconciliation.keyUnknown': { zh: '没有这一项，请刷新。', en: 'There is no such key. Reload.' },
  'reconciliation.nothingToSettle': {
    zh: '双方数据一致或已经签认，无须处理。',
    en: 'Both sides agree, or it is settled already.',
  },
  'reconciliation.reasonMissing': { zh: '请写明以哪个数据为准的理由。', en: 'Say why that figure holds.' },
  'reconciliation.figureMissing': {
    zh: '这一方没有数据，请选另一方或写明数据。',
    en: 'That side has no figure; choose the other, or state one.',
  },
  'reconciliation.nothingProposed': {
    zh: '还没有提出处理意见，不能签认。',
    en: 'Nothing is proposed yet; there is nothing to sign.',
  },
  'reconciliation.alreadySigned': { zh: '这一方已经签认。', en: 'That side has signed already.' },
  'reconciliation.signedOtherSide': {
    zh: '同一人不能代表双方签认，请另一方的人签认。',
    en: 'Nobody signs for both sides; somebody of the other side must.',
  },
} as const satisfies Record<string, Words>
