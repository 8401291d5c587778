export { PanelPage } from './PanelPage.tsx'
export { ScoresPage } from './ScoresPage.tsx'
export { TrailPage } from './TrailPage.tsx'
