export type Point = { x: number; y: number }
export type Box = { x: number; y: number; width: number; height: number }

/** Words beside a line; `x` and `y` are the middle of the text. */
export type Label = Point & { width: number; text: string }

export const LABEL_SIZE = 13
const HEIGHT = 16
const PAD = 3

const isWide = (char: string): boolean => (char.codePointAt(0) ?? 0) > 0x2e80

/** About how wide a text is at a size in pixels. */
export const textWidth = (text: string, size: number): number =>
  Math.ceil([...text].reduce((sum, char) => sum + (isWide(char) ? size : size * 0.58), 0))

const pieces = (text: string): string[] => text.match(/[⺀-￯]|[^\s⺀-￯]+\s*|\s+/gu) ?? []

/** A text cut to a width, with a sign that it was cut. */
export const shortened = (text: string, width: number, size: number): string => {
  if (textWidth(text, size) <= width) return text
  let kept = [...text]
  while (kept.length > 1 && textWidth(`${kept.join('')}…`, size) > width) kept = kept.slice(0, -1)
  return `${kept.join('').trimEnd()}…`
}

/** A name in at most two lines that fit a width. */
export const twoLines = (text: string, width: number, size: number): string[] => {
  let first = ''
  let rest = pieces(text)
  while (rest[0] !== undefined && (first === '' || textWidth(first + rest[0].trimEnd(), size) <= width)) {
    first += rest[0]
    rest = rest.slice(1)
  }
  const lines = rest.length > 0 ? [first, rest.join('')] : [first]
  return lines.map((line) => shortened(line.trim(), width, size))
}

const boxOf = ({ x, y, width }: Label): Box => ({ x: x - width / 2 - PAD, y: y - HEIGHT / 2, width: width + 2 * PAD, height: HEIGHT })

const touch = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height

type Stretch = { from: Point; to: Point; length: number; level: boolean }

const stretchesOf = (points: readonly Point[]): Stretch[] =>
  points.slice(1).flatMap((to, at) => {
    const from = points[at]
    return from ? [{ from, to, length: Math.abs(to.x - from.x) + Math.abs(to.y - from.y), level: from.y === to.y }] : []
  })

const AT = [0.5, 0.35, 0.65, 0.2, 0.8]

/** Along the level stretches first, the longest before the others; then to the right of the upright ones. */
const placesFor = (points: readonly Point[], text: string): Label[] => {
  const width = textWidth(text, LABEL_SIZE)
  const stretches = stretchesOf(points).sort((one, other) => Number(other.level) - Number(one.level) || other.length - one.length)
  return stretches.flatMap(({ from, to, level }) =>
    AT.map((share): Label => {
      const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share]
      return { x: level ? x : x + width / 2 + 6, y, width, text }
    }),
  )
}

type Asked = { key: string; points: readonly Point[]; text: string; rank: number }

/** Words for as many lines as have room for them: no label lies on a box, on another label or outside. The lowest rank goes first. */
export const labelsOf = (asked: readonly Asked[], boxes: readonly Box[], page: Box): Map<string, Label> => {
  const placed = new Map<string, Label>()
  const inside = (box: Box): boolean => box.x >= page.x && box.y >= page.y && box.x + box.width <= page.x + page.width && box.y + box.height <= page.y + page.height
  for (const { key, points, text } of [...asked].sort((one, other) => one.rank - other.rank)) {
    const taken = [...boxes, ...[...placed.values()].map(boxOf)]
    const label = placesFor(points, text).find((place) => inside(boxOf(place)) && !taken.some((box) => touch(box, boxOf(place))))
    if (label) placed.set(key, label)
  }
  return placed
}
