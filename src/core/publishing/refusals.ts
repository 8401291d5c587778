import type { Words } from '#core/kit'

/** Refusals of documents and publications. */
export const publishingRefusals = {
  'briefing.notSealed': {
    zh: '本旬尚未封存。请封存后再起草简报。',
    en: 'This dekad is not sealed yet. Seal it, then draft the briefing.',
  },
  'briefing.alreadyDrafted': {
    zh: '本旬简报已经起草。请打开已有的一份。',
    en: 'A briefing of this dekad exists. Open that one.',
  },
  'briefing.issued': { zh: '简报已印发，不再改动。', en: 'The briefing is issued and does not change any more.' },
  'briefing.notChecked': { zh: '简报尚未核校，不能印发。', en: 'The briefing is not checked yet.' },
  'briefing.alreadyChecked': { zh: '简报已经核校。', en: 'The briefing is checked already.' },
  'briefing.ownText': {
    zh: '起草或修改过的人不能核校。请由他人核校。',
    en: 'Whoever drafted or edited it cannot check it. Someone else has to.',
  },
  'briefing.figuresChanged': {
    zh: '计算部分与封存数据不一致。请“重新取数”，再核校。',
    en: 'The computed parts no longer follow from the seal. Take the figures again, then have it checked.',
  },
  'briefing.nameMissing': { zh: '请填写简报名称和编印单位。', en: 'Name the briefing and its editor.' },
  'publication.undecided': {
    zh: '还有 {count} 个字段未审查。请逐项或按规则处理后再发布。',
    en: '{count} {count|field is|fields are} not reviewed yet. Decide them one by one or by rule, then publish.',
  },
  'publication.reasonMissing': {
    zh: '此决定与默认规则不同，请写明理由。',
    en: 'This decision departs from the rule. Give the reason.',
  },
  'publication.sentenceContradicts': {
    zh: '“{title}”的原文写有不公开的内容。请一并公开，或不公开这句原文。',
    en: 'The sentence of "{title}" says something that is withheld. Release both, or withhold the sentence.',
  },
  'publication.notInReview': { zh: '此公开包已发布或已撤回，不能再审查。', en: 'This pack is published or withdrawn.' },
  'publication.notPublished': { zh: '此公开包没有发布，无需撤回。', en: 'This pack is not published.' },
  'publication.withdrawalReason': {
    zh: '请写明撤回理由，公众能看到。',
    en: 'Give the reason; the public will see it.',
  },
  'publication.fieldUnknown': { zh: '公开包中没有这个字段。', en: 'The pack has no such field.' },
} as const satisfies Record<string, Words>
