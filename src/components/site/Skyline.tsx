/** Ground line of the drawing; everything stands on it. */
const GROUND = 71

const windows = (x: number, top: number, columns: number): string => {
  const rows = Math.floor((GROUND - top - 8) / 12)
  return Array.from({ length: columns * rows }, (_, index) => {
    const left = x + 8 + (index % columns) * 14
    return `M${left} ${top + 8 + Math.floor(index / columns) * 12}h6v5h-6z`
  }).join('')
}

const block = (x: number, columns: number, top: number): string => {
  const width = columns * 14 + 8
  return `M${x} ${GROUND}V${top}h${width}V${GROUND}M${x - 3} ${top}h${width + 6}${windows(x, top, columns)}`
}

const tree = (x: number, radius: number): string => {
  const crown = GROUND - 2.2 * radius - 10
  return `M${x} ${GROUND}V${crown}m0 14l-5-6m5 10l5-6M${x - radius} ${crown}a${radius} ${radius} 0 1 1 ${2 * radius} 0a${radius} ${radius * 0.7} 0 0 1-${2 * radius} 0z`
}

const hall = (x: number, width: number): string =>
  `M${x} ${GROUND}V46m${width} 25V46M${x - 11} 48q10-3 16-16h${width - 10}q6 13 16 16zM${x + 2} 32h${width - 4}` +
  `M${x + width / 2 - 8} ${GROUND}V50h16v21M${x + width / 2} ${GROUND}V50M${x + 8} 52h11v8h-11zM${x + width - 19} 52h11v8h-11z`

const shed = (x: number, width: number): string => `M${x} ${GROUND}V52m${width} 19V52M${x - 4} 52l4-5h${width}l4 5z`

const lamp = (x: number): string => `M${x} ${GROUND}V27q0-8 8-8h3m-4 0h11l-2 5h-7z`

const bridge = (x: number): string =>
  `M${x} ${GROUND}q46-62 92 0M${x + 12} ${GROUND}q34-42 68 0M${x + 20} 50q26-17 52 0M${x + 24} 58v-10M${x + 35} 51v-8M${x + 46} 48v-8M${x + 57} 51v-8M${x + 68} 58v-10` +
  `M${x + 20} 68q6-3 12 0t12 0 12 0 12 0`

const SCENE = [
  block(12, 4, 17), tree(96, 11), hall(124, 84), shed(220, 70), tree(308, 13), lamp(332), block(356, 5, 28), hall(458, 70), tree(552, 10),
  bridge(572), tree(686, 13), hall(720, 96), lamp(838), shed(862, 80), tree(964, 12), block(990, 3, 4), block(1046, 3, 29), tree(1108, 9),
].join('')

/** A drawn street above the footer; says nothing, so that screen readers skip it. */
export const Skyline = () => (
  <svg className="skyline" viewBox="0 0 1120 72" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">
    <path d={SCENE} />
  </svg>
)
