// What comes on to lists and leaves them, apart from the pages of own lists: an item's page and the first page show it too.
export { Admissions } from './Admissions.tsx'
export { WaitingAdmissions } from './WaitingAdmissions.tsx'
