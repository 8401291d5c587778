export { DataFolderError, makeDataFolder } from './make-data-folder.ts'
export { RESERVE_BYTES, watchRoom } from './watch-room.ts'
