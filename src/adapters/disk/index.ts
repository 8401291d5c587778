export { RESERVE_BYTES, watchRoom } from './watch-room.ts'
