/** A rectangle in pixels from the top left corner of the wall. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One campaign with its items in the order in which they hang. */
export interface WallGroup {
  readonly groupId: string
  readonly itemIds: readonly string[]
}

/** The surface: its size, and the sizes between which rows may be. Pixels. */
export interface WallViewport {
  readonly width: number
  readonly height: number
  /** Space between columns; 16 by default. */
  readonly gap?: number
  /** Narrowest column whose title can still be read; 180 by default. */
  readonly minColumnWidth?: number
  /** Lowest row whose text can still be read; 18 by default. */
  readonly minRowHeight?: number
  /** Highest useful row; 56 by default. */
  readonly maxRowHeight?: number
}

/** A heading on the wall; `continued` where a campaign runs on into the next column. */
export interface WallHeading extends Rect {
  readonly groupId: string
  readonly continued: boolean
}

/** An item on the wall. */
export interface WallCell extends Rect {
  readonly groupId: string
  readonly itemId: string
}

/** The wall as numbers. `fits` = nothing has to be scrolled; otherwise rows keep their least height and run over the end. */
export interface WallLayout {
  readonly headings: readonly WallHeading[]
  readonly cells: readonly WallCell[]
  readonly columns: number
  readonly rowHeight: number
  readonly fits: boolean
}

interface Slot {
  readonly column: number
  readonly row: number
}

/** The text that a row has to hold asks for about this width and height; a layout is as good as its scarcer side. */
const COMFORT = { width: 260, height: 34 }

interface Flow {
  readonly headings: readonly (Slot & { groupId: string; continued: boolean })[]
  readonly cells: readonly (Slot & { groupId: string; itemId: string })[]
  readonly columns: number
}

/** Lets groups flow through columns of `rows` rows as in a newspaper: no heading stands last, a cut group is headed again. */
function flow(groups: readonly WallGroup[], rows: number): Flow {
  const headings: (Slot & { groupId: string; continued: boolean })[] = []
  const cells: (Slot & { groupId: string; itemId: string })[] = []
  let [column, row] = [0, 0]
  for (const { groupId, itemIds } of groups) {
    if (row > 0 && row + 2 > rows) [column, row] = [column + 1, 0]
    headings.push({ groupId, column, row, continued: false })
    row += 1
    for (const itemId of itemIds) {
      if (row >= rows) {
        ;[column, row] = [column + 1, 0]
        headings.push({ groupId, column, row, continued: true })
        row += 1
      }
      cells.push({ groupId, itemId, column, row })
      row += 1
    }
  }
  return { headings, cells, columns: row === 0 ? column : column + 1 }
}

/** The fewest rows with which the groups fit into the columns. */
function fewestRows(groups: readonly WallGroup[], columns: number): number {
  const slots = groups.reduce((sum, group) => sum + group.itemIds.length + 1, 0)
  let [low, high] = [2, Math.max(2, slots)]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (flow(groups, middle).columns <= columns) high = middle
    else low = middle + 1
  }
  return low
}

interface Shape {
  readonly columns: number
  readonly rows: number
  readonly columnWidth: number
  readonly rowHeight: number
}

function shapeOf(groups: readonly WallGroup[], columns: number, viewport: Required<WallViewport>): Shape {
  const rows = fewestRows(groups, columns)
  const columnWidth = (viewport.width - viewport.gap * (columns - 1)) / columns
  const rowHeight = Math.min(viewport.maxRowHeight, viewport.height / rows)
  return { columns, rows, columnWidth, rowHeight }
}

const comfortOf = (shape: Shape): number =>
  Math.min(shape.columnWidth / COMFORT.width, shape.rowHeight / COMFORT.height, 1.5)

function bestShape(groups: readonly WallGroup[], viewport: Required<WallViewport>): Shape {
  const most = Math.max(1, Math.floor((viewport.width + viewport.gap) / (viewport.minColumnWidth + viewport.gap)))
  let best = shapeOf(groups, 1, viewport)
  for (let columns = 2; columns <= most; columns += 1) {
    const shape = shapeOf(groups, columns, viewport)
    if (comfortOf(shape) > comfortOf(best)) best = shape
  }
  return best
}

/**
 * Packs all items of a plan onto a wall: campaigns flow through equal columns, and the number of columns is the one that leaves
 * the rows most readable. Two hundred items in seven campaigns fit 1920 × 1080 below a heading without scrolling.
 */
export function layoutWall(groups: readonly WallGroup[], viewport: WallViewport): WallLayout {
  const sizes = { gap: 16, minColumnWidth: 180, minRowHeight: 18, maxRowHeight: 56, ...viewport }
  const filled = groups.filter((group) => group.itemIds.length > 0)
  if (filled.length === 0) return { headings: [], cells: [], columns: 0, rowHeight: sizes.maxRowHeight, fits: true }
  const shape = bestShape(filled, sizes)
  const fits = shape.rowHeight >= sizes.minRowHeight
  const rowHeight = fits ? shape.rowHeight : sizes.minRowHeight
  const unit = { width: hundredths(shape.columnWidth), height: hundredths(rowHeight), gap: hundredths(sizes.gap) }
  const rectOf = ({ column, row }: Slot): Rect => ({
    x: (column * (unit.width + unit.gap)) / 100,
    y: (row * unit.height) / 100,
    width: unit.width / 100,
    height: unit.height / 100,
  })
  const placed = flow(filled, shape.rows)
  return {
    headings: placed.headings.map((slot) => ({ groupId: slot.groupId, continued: slot.continued, ...rectOf(slot) })),
    cells: placed.cells.map((slot) => ({ groupId: slot.groupId, itemId: slot.itemId, ...rectOf(slot) })),
    columns: placed.columns,
    rowHeight: unit.height / 100,
    fits,
  }
}

/** Whole hundredths of a pixel, rounded down, so that neighbours never overlap and their sum never exceeds the wall. */
const hundredths = (pixels: number): number => Math.floor(pixels * 100)
