import type { Words } from '#core/kit'

/** Refusals of the register of units, posts, handovers and delegations. */
export const registerRefusals = {
  'unit.nameTaken': {
    zh: '已有单位叫“{name}”。若是同一单位，请用“并入”。',
    en: 'There is a unit called {name}. If it is the same one, merge them.',
  },
  'unit.aliasTaken': {
    zh: '“{alias}”已是{unit}的名称或别名。请先在那里去掉，或将两者并为一个单位。',
    en: '{alias} is a name of {unit}. Take it off there first, or merge the two.',
  },
  'unit.ended': { zh: '此单位已停用，不能再改。请先恢复。', en: 'This unit has ended. Reopen it first.' },
  'unit.notEnded': { zh: '此单位在用，无须恢复。', en: 'This unit is in use.' },
  'unit.mergedAway': { zh: '此单位已并入他单位，不能恢复。', en: 'This unit was merged into another and stays so.' },
  'unit.stillAnswers': {
    zh: '此单位仍承担 {items} 项任务或指标。请先修订方案，或并入承接的单位。',
    en: 'This unit still answers for {items} {items|item|items}. Amend the plan first, or merge it into the unit that takes over.',
  },
  'unit.mergeItself': { zh: '不能并入自身。请选另一个单位。', en: 'A unit is not merged into itself. Choose another.' },
  'unit.mergeKinds': {
    zh: '单位组与单位不能互相并入。',
    en: 'A group of units and a unit are not merged with each other.',
  },
  'unit.notGroup': { zh: '只有单位组才有成员。', en: 'Only a group of units has members.' },
  'unit.groupInGroup': { zh: '成员须是单位，不能是单位组。', en: 'Members are units, not groups.' },
  'unit.membersBefore': {
    zh: '成员在 {date} 变动过。新的变动日期不能早于那天。',
    en: 'The members changed on {date}. A new change cannot be earlier.',
  },
  'unit.reasonMissing': {
    zh: '请写明缘由，如机构改革文号。',
    en: 'Say why, for instance the document that changed it.',
  },
  'post.alreadyExists': { zh: '此单位已有岗位“{title}”。', en: 'The unit has a post {title} already.' },
  'post.notFound': { zh: '没有这个岗位。', en: 'There is no such post.' },
  'post.ended': { zh: '此岗位已撤销。请选在用的岗位。', en: 'This post has ended. Choose one in use.' },
  'post.before': {
    zh: '在 {date} 已有变动。新的起始日期不能早于那天。',
    en: 'It changed on {date}. A new beginning cannot be earlier.',
  },
  'handover.toSelf': { zh: '接手人须是另一个人。', en: 'The successor has to be somebody else.' },
  'handover.nothing': {
    zh: '请至少选一个交出的角色或岗位。',
    en: 'Choose at least one role or post that is handed over.',
  },
  'handover.past': {
    zh: '交接日期不能早于今天（{today}）。已做的事照旧在各人名下。',
    en: 'The day cannot be before today ({today}). What was done stays under the name of who did it.',
  },
  'handover.notHeld': {
    zh: '所选角色或岗位已不在他手里。请刷新后重选。',
    en: 'A chosen role or post is not his any more. Reload and choose again.',
  },
  'handover.separated': {
    zh: '三员的职权不能交接或代理，由安全管理员另行授权。',
    en: 'The three separated persons hand nothing over; the security officer grants their roles anew.',
  },
  'handover.borrowed': {
    zh: '代理他人的角色不能再交出或转代。',
    en: 'A role that is exercised for somebody else is not passed on.',
  },
  'handover.decided': { zh: '已经办过。请刷新后再看。', en: 'This was decided already. Reload.' },
  'delegation.datesWrong': {
    zh: '止日不能早于起日，也不能早于今天。',
    en: 'The last day is neither before the first nor before today.',
  },
  'delegation.tooLong': {
    zh: '代理一次至多 {days} 天。时间更长请办交接。',
    en: 'A delegation lasts at most {days} {days|day|days}. Hand over instead.',
  },
  'roster.noSheet': {
    zh: '没有“单位”“单位组成员”“人员与角色”这几张表。请用模板填写。',
    en: 'None of the sheets 单位, 单位组成员, 人员与角色 is there. Fill in the template.',
  },
  'roster.headMissing': {
    zh: '“{sheet}”表缺“{column}”一列。请照模板的表头。',
    en: 'The sheet {sheet} has no column {column}. Keep the heads of the template.',
  },
  'roster.missing': { zh: '“{column}”未填。', en: 'Fill in {column}.' },
  'roster.kindUnknown': {
    zh: '没有“{kind}”这一类别。可填：部门、办公室、镇乡、街道、垂管驻区单位、国有企业、法检、银行、单位组、其他。',
    en: 'There is no kind {kind}. Kinds are named in the note of the template.',
  },
  'roster.twice': { zh: '与第 {row} 行重复。请删去其中一行。', en: 'The same as row {row}. Delete one of them.' },
  'roster.groupUnknown': {
    zh: '“{name}”不是单位组。请先在“单位”表中列为单位组。',
    en: '{name} is no group. List it as 单位组 on the sheet 单位 first.',
  },
  'roster.unitUnknown': {
    zh: '机构名册中没有“{name}”。请核对名称，或先由综合协调导入单位。',
    en: 'The register has no unit {name}. Check the name, or have the coordinator import it first.',
  },
  'roster.dateUnclear': { zh: '“{text}”不是日期。请写成 2026-03-01。', en: '{text} is no date. Write 2026-03-01.' },
  'roster.dateDiffers': {
    zh: '“{group}”的成员须同一起始日期（首行为 {from}）。分次变动请分次导入。',
    en: 'The members of {group} begin on one day ({from} in its first row). Import further changes one after the other.',
  },
  'roster.accountDisabled': {
    zh: '账号 {login} 已停用。请换一个账号。',
    en: 'The account {login} is disabled. Choose another.',
  },
  'roster.nameDiffers': {
    zh: '账号 {login} 的称谓是“{known}”，不能经导入改。请改成一致，或另开账号。',
    en: 'The account {login} is called {known}, which no import changes. Write it so, or open another account.',
  },
  'roster.roleUnknown': {
    zh: '没有“{role}”这个角色。可填：填报人、审签人、综合协调、督查员、领导。',
    en: 'There is no role {role}. Roles are 填报人, 审签人, 综合协调, 督查员, 领导.',
  },
  'roster.roleSeparated': {
    zh: '“{role}”属三员，不能导入。由安全管理员在账号页授权。',
    en: '{role} is one of the three separated persons; the security officer grants it on the page of accounts.',
  },
  'roster.roleElsewhere': {
    zh: '“{role}”须指定方案或专班，不能导入。由安全管理员在账号页授权。',
    en: '{role} is bound to a plan or a task force; the security officer grants it on the page of accounts.',
  },
  'roster.refusedRows': {
    zh: '有 {count} 行不能导入，全部未导入。请照提示改正后重新检查。',
    en: '{count} {count|row|rows} cannot be imported, so nothing was. Mend them as said and check again.',
  },
  'roster.changedSince': {
    zh: '检查之后名册有了变动，未导入。请重新检查后再确认。',
    en: 'The register has changed since the check, so nothing was imported. Check again, then confirm.',
  },
  'delegation.notLiving': { zh: '这次代理已经结束。', en: 'This delegation has ended.' },
} as const satisfies Record<string, Words>
