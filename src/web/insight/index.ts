export { ItemPage } from './ItemPage.tsx'
export { WallPage } from './WallPage.tsx'
