import { DomainError } from '../errors'

/** A part of a picture that is covered, in per cent of its width and height, from its upper left corner. */
export type Box = { x: number; y: number; w: number; h: number }

/** More boxes than anybody draws. */
export const MOST_BOXES = 40
/** Smaller than this nothing is covered, in per cent. */
const LEAST = 0.2
const WHOLE = 100

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

const isBox = (value: unknown): value is Box => {
  if (!value || typeof value !== 'object') return false
  const { x, y, w, h } = value as Partial<Record<keyof Box, unknown>>
  return [x, y, w, h].every(isNumber)
}

const isWithin = ({ x, y, w, h }: Box): boolean => x >= 0 && y >= 0 && w >= LEAST && h >= LEAST && x + w <= WHOLE + 0.01 && y + h <= WHOLE + 0.01

/** The boxes of a request. Errors: `invalid` naming `boxes` when there is none, too many, or one lies outside the picture. */
export const parseBoxes = (value: unknown): Box[] => {
  const refuse = (code: string) => new DomainError('invalid', {}, [{ field: 'boxes', code }])
  if (!Array.isArray(value) || value.length === 0) throw refuse('required')
  if (value.length > MOST_BOXES) throw refuse('tooMany')
  if (!value.every(isBox) || !value.every(isWithin)) throw refuse('outside')
  return value.map(({ x, y, w, h }) => ({ x, y, w, h }))
}

/** A box in pixels of a picture: rounded outwards, so that what it touches is covered whole, and never beyond the edge. */
export const pixelsOf = ({ x, y, w, h }: Box, { width, height }: { width: number; height: number }): { left: number; top: number; width: number; height: number } => {
  const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value))
  const [left, top] = [clamp(Math.floor((x / WHOLE) * width), width - 1), clamp(Math.floor((y / WHOLE) * height), height - 1)]
  const [right, bottom] = [clamp(Math.ceil(((x + w) / WHOLE) * width), width), clamp(Math.ceil(((y + h) / WHOLE) * height), height)]
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) }
}
