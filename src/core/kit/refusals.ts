import type { Words } from './result.ts'

/** Refusals that belong to no room: requests, rights, concurrency. */
export const kitRefusals = {
  'right.denied': {
    zh: '您没有此项权限。如需办理，请联系本单位管理员或综合协调组。',
    en: 'You may not do this. Ask your administrator or the coordinating office.',
  },
  'request.invalid': { zh: '提交的内容有误：{problem}', en: 'The request is not valid: {problem}' },
  'request.foreignOrigin': {
    zh: '请求来自其他网站，已拒绝。请从本系统页面操作。',
    en: 'The request came from another site and was refused. Use the pages of this system.',
  },
  'request.tooLarge': {
    zh: '文件超过上限（{limit}）。请压缩或拆分后再传。',
    en: 'The file is over the limit of {limit}. Compress or split it.',
  },
  'request.fileMissing': {
    zh: '没有收到文件。请选择文件后再提交。',
    en: 'No file arrived. Choose a file and submit again.',
  },
  'request.notFound': { zh: '没有这个地址。', en: 'There is nothing at this address.' },
  'object.changedMeanwhile': {
    zh: '他人刚刚改过此处。请看过最新内容后再决定。',
    en: 'Someone changed this a moment ago. Look at the latest state, then decide.',
  },
  'object.notFound': {
    zh: '没有找到，可能已被移除或不属于本地区。',
    en: 'Not found: it may have been removed or belong to another region.',
  },
  'server.unexpected': {
    zh: '系统出错，已记录。请稍后重试；如仍出错，请告知管理员。',
    en: 'Something went wrong and was logged. Try again later; tell your administrator if it persists.',
  },
  'server.diskFull': {
    zh: '服务器磁盘将满，暂时不能保存；已有内容仍可查看。请告知管理员清理磁盘，之后再提交。',
    en: 'The disk of the server is nearly full: nothing can be saved for now, what is there can be read. Tell your administrator to free space, then submit again.',
  },
  'server.databaseAway': {
    zh: '数据库正在恢复，本次是否已保存尚不确定。请稍后刷新查看，未保存的再提交一次。',
    en: 'The database is recovering; whether this was saved is not certain. Look again in a moment, and submit again what is missing.',
  },
  'settings.invalid': {
    zh: '环境变量 {name} 不对：{problem}。可用的设置见 guatu serve --help。',
    en: 'The setting {name} is wrong: {problem}. See guatu serve --help.',
  },
} as const satisfies Record<string, Words>
