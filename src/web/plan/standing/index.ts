export { ItemBelonging } from './ItemBelonging.tsx'
