import sharp from 'sharp'
import type { Random } from './random'

const WIDTH = 960
const HEIGHT = 720
const SKIES = ['#c9d8e6', '#dfe6ea', '#f0ddc4', '#9fb4c7', '#3d4a5c']
const WALLS = ['#b7a18c', '#a9a9a4', '#c4b49a', '#8f9aa0', '#b98c78']
const GROUNDS = ['#7d7f7c', '#93907f', '#6f7a6a', '#8a8178']
const THINGS = ['#4f6b52', '#7a4b3a', '#3f4f63', '#a48436', '#5b4a63']

const windows = (random: Random, left: number, top: number, columns: number): string =>
  Array.from({ length: columns * 5 }, (_, index) => {
    const [x, y] = [left + 22 + (index % columns) * 58, top + 24 + Math.floor(index / columns) * 64]
    return `<rect x="${x}" y="${y}" width="34" height="40" fill="${random.chance(0.25) ? '#f4e2a8' : '#5d6a75'}"/>`
  }).join('')

const building = (random: Random, left: number): string => {
  const [columns, top] = [random.whole(3, 5), random.whole(60, 170)]
  const width = columns * 58 + 20
  return `<rect x="${left}" y="${top}" width="${width}" height="${470 - top}" fill="${random.pick(WALLS)}"/>${windows(random, left, top, columns)}`
}

const things = (random: Random): string =>
  Array.from({ length: random.whole(3, 9) }, () => {
    const [x, y, size] = [random.whole(120, 780), random.whole(500, 640), random.whole(24, 90)]
    return random.chance(0.5)
      ? `<ellipse cx="${x}" cy="${y}" rx="${size}" ry="${Math.round(size * 0.45)}" fill="${random.pick(THINGS)}" opacity="0.85"/>`
      : `<rect x="${x}" y="${y - size}" width="${size}" height="${size}" rx="5" fill="${random.pick(THINGS)}" opacity="0.9"/>`
  }).join('')

/** A made-up street as a JPEG: nobody and no real place is in it. */
export const picture = (random: Random): Promise<Buffer> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="${random.pick(SKIES)}"/>${building(random, 20)}${building(random, 350)}${building(random, 660)}<rect y="465" width="100%" height="260" fill="${random.pick(GROUNDS)}"/><path d="M0 690 L960 600" stroke="#d9d6cb" stroke-width="7" stroke-dasharray="60 40"/>${things(random)}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 78 }).toBuffer()
}
