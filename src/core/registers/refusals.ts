import type { Words } from '#core/kit'

/** Refusals of lists that an office defines, and of their rows. */
export const registersRefusals = {
  'list.nameMissing': { zh: '请写清单名称。', en: 'Give the list a name.' },
  'list.nameTaken': {
    zh: '已有清单“{name}”，请换一个名称。',
    en: 'There is a list “{name}” already; choose another name.',
  },
  'list.fieldsMissing': { zh: '请至少设一栏。', en: 'Define at least one field.' },
  'list.tooManyFields': { zh: '栏目最多{limit}个，请减少。', en: 'A list has at most {limit} fields; take some away.' },
  'list.labelMissing': { zh: '每一栏都要有名称。', en: 'Every field needs a name.' },
  'list.labelTwice': { zh: '有两栏都叫“{label}”，请改一个。', en: 'Two fields are called “{label}”; rename one.' },
  'list.fieldUnknown': {
    zh: '“{label}”一栏已变，请刷新后再改。',
    en: 'The field “{label}” has changed; reload and try again.',
  },
  'list.kindStays': {
    zh: '“{label}”一栏已在使用，类型不能改；请停用后另设一栏。',
    en: 'The field “{label}” is in use and keeps its kind; end it and add another.',
  },
  'list.choicesMissing': { zh: '“{label}”一栏请至少写两个选项。', en: 'Give “{label}” at least two choices.' },
  'list.ended': { zh: '该清单已停用，不能再改。', en: 'This list has ended; nothing in it is changed any more.' },
  'list.rowEmpty': { zh: '请至少填一栏。', en: 'Fill in at least one field.' },
  'list.valueMissing': { zh: '请填“{label}”。', en: 'Fill in “{label}”.' },
  'list.decimalInvalid': {
    zh: '“{label}”请填数字，如1234.5。',
    en: 'Write digits into “{label}”, such as 1234.5.',
  },
  'list.dayInvalid': { zh: '“{label}”请填日期，如2026-06-30。', en: 'Write a day into “{label}”, such as 2026-06-30.' },
  'list.yesNoInvalid': { zh: '“{label}”请选是或否。', en: 'Choose yes or no for “{label}”.' },
  'list.choiceInvalid': { zh: '“{label}”请从选项中选。', en: 'Choose one of the words for “{label}”.' },
  'list.textTooLong': { zh: '“{label}”最多{limit}字。', en: '“{label}” takes at most {limit} characters.' },
  'list.reasonMissing': { zh: '请写明变动的理由。', en: 'Give the reason of the change.' },
  'list.admissionWaits': {
    zh: '已有一项申请待批准，请等批准后再提。',
    en: 'A request waits for its approval already; ask again after that.',
  },
  'list.ownAdmission': {
    zh: '列入和移出要由另一人批准，不能批准自己提的。',
    en: 'Somebody else approves what comes on to a list or leaves it, not whoever asked.',
  },
  'list.admissionDecided': { zh: '该申请已有决定，请刷新。', en: 'This has been decided already; reload.' },
  'list.noteMissing': { zh: '不同意时请写明理由。', en: 'Say why it is refused.' },
  'list.nothingChanged': { zh: '没有变动。', en: 'Nothing differs from what stands there.' },
  'list.unitUnknown': { zh: '没有这个单位，或它是单位组。', en: 'There is no such unit, or it is a group.' },
  'list.itemUnknown': { zh: '没有这个事项。', en: 'There is no such item.' },
  'list.forceUnknown': { zh: '该方案中没有这个行动。', en: 'The plan has no such campaign.' },
} as const satisfies Record<string, Words>
