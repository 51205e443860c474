import { limitMinutesOf } from '@/domain/clocks'
import { limitsFor } from '@/services/matters/clockRows'
import type { UnitRow } from '@/services/structure/rows'
import type { DemoContent, DemoReport } from './content'
import { awake, resolveMinutes, workingBefore } from './times'
import type { Halt, Story, Twist, World } from './types'

const DAY = 86_400_000
const HOUR = 3_600_000

/** How many of a hundred lives take each turn; the rest runs as it should. */
const SHARES: [Twist, number][] = [
  ['rejected', 3], ['handedOver', 3], ['withdrawn', 2], ['coordinated', 7], ['escalated', 2], ['objected', 4], ['asked', 7], ['third', 5], ['extended', 4],
  ['split', 3], ['returned', 6], ['stillNot', 3], ['reopened', 4], ['corrected', 3], ['added', 4],
]

const twistOf = (world: World): Twist => {
  let point = world.random.next() * 100
  for (const [twist, share] of SHARES) {
    if (point < share) return twist
    point -= share
  }
  return 'none'
}

const below = ({ model }: World, code: string): UnitRow[] => {
  const top = model.units.byCode.get(code)
  return top ? model.units.all.filter((unit) => unit.path.startsWith(top.path) && unit.active !== false) : []
}

const weighted = <T extends { weight: number }>(world: World, items: readonly T[]): T => {
  let point = world.random.next() * items.reduce((sum, item) => sum + item.weight, 0)
  return items.find((item) => (point -= item.weight) < 0) ?? world.random.pick(items)
}

const unitOf = (world: World): string => {
  const places = world.content.places.filter(({ unit }) => below(world, unit).length > 0)
  return places.length > 0 ? world.random.pick(below(world, weighted(world, places).unit)).id : world.random.pick(world.model.units.all).id
}

const channelOf = (world: World, report: DemoReport): DemoContent['channels'][number] => {
  const fits = world.content.channels.filter(({ type, recordedBy }) => (type === undefined || report.photo) && (report.lang !== 'en' || recordedBy.length === 0))
  return weighted(world, fits)
}

/** Reports whose category this office has. */
const reportsOf = ({ content, model }: World): DemoReport[] => content.reports.filter(({ category }) => model.categories.byCode.has(category))

type Given = Pick<Story, 'number' | 'at' | 'report'> & Partial<Story>

const story = (world: World, given: Given): Story => ({
  unit: unitOf(world), channel: channelOf(world, given.report), twist: 'none', self: {},
  pace: world.random.chance(0.08) ? 1.1 + world.random.next() * 0.5 : 0.15 + world.random.next() * 0.65,
  ...given,
})

/** Instants of one day's reports: residents write when they are up, some of them at night. */
const instantOf = (world: World, day: number, night: boolean): number => {
  const at = day + world.random.whole(0, DAY - 1)
  return night && world.random.chance(0.5) ? at : awake(at, world.model.calendar.timeZone)
}

/** The ordinary run: `count` reports over the days before `end`. */
export const ordinary = (world: World, { count, days, end }: { count: number; days: number; end: number }): Story[] => {
  const reports = reportsOf(world)
  return Array.from({ length: count }, (_, index) => {
    const report = world.random.pick(reports)
    const day = end - days * DAY + Math.floor((index / count) * days) * DAY
    return story(world, { number: index + 1, at: instantOf(world, day, report.night), report, twist: twistOf(world) })
  })
}

/** Two report the same: the second is merged into the first, and for one pair in four wrongly. */
export const twins = (world: World, { count, days, end, first }: { count: number; days: number; end: number; first: number }): Story[] => {
  const plain = reportsOf(world).filter((report) => !report.restricted && report.photo)
  return Array.from({ length: count }, (_, index) => {
    const report = world.random.pick(plain)
    const at = instantOf(world, end - Math.round(((index + 1) / (count + 1)) * days) * DAY, false)
    const one = story(world, { number: first + 2 * index, at, report, pace: 0.9 })
    const other = story(world, { number: first + 2 * index + 1, at: at + world.random.whole(2, 8) * HOUR, report, unit: one.unit, twist: index % 4 === 3 ? 'unmerged' : 'merged', master: one.self })
    return [one, other]
  }).flat()
}

/** Standing still at the end: where, how many, and since which part of the limit for solving (or of that for accepting). */
const HALTS: { halt: Halt; count: number; used: [number, number]; of: 'accept' | 'resolve' }[] = [
  { halt: 'intake', count: 5, used: [0.05, 0.7], of: 'accept' },
  { halt: 'intake', count: 3, used: [0.84, 0.97], of: 'accept' },
  { halt: 'intake', count: 3, used: [1.2, 3], of: 'accept' },
  { halt: 'routing', count: 5, used: [0.08, 0.5], of: 'resolve' },
  { halt: 'coordination', count: 4, used: [0.2, 0.7], of: 'resolve' },
  { halt: 'handling', count: 8, used: [0.2, 0.7], of: 'resolve' },
  { halt: 'handling', count: 8, used: [0.84, 0.98], of: 'resolve' },
  { halt: 'handling', count: 8, used: [1.05, 1.7], of: 'resolve' },
  { halt: 'asked', count: 5, used: [0.4, 0.8], of: 'resolve' },
  { halt: 'third', count: 4, used: [0.4, 0.9], of: 'resolve' },
  { halt: 'supervision', count: 6, used: [0.5, 1], of: 'resolve' },
  { halt: 'returned', count: 5, used: [0.7, 1.1], of: 'resolve' },
  { halt: 'confirm', count: 6, used: [0.6, 1.1], of: 'resolve' },
]

const minutesOf = (world: World, report: DemoReport, of: 'accept' | 'resolve'): number => {
  const category = world.model.categories.byCode.get(report.category)
  const matter = { categoryPath: category?.path ?? '', type: category?.matterType ?? '' }
  if (of === 'resolve') return resolveMinutes(world, matter)
  const limit = limitsFor(world.model, matter).find((item) => item.clock === 'accept')
  return limit ? limitMinutesOf(limit, world.model.calendar) : 120
}

/** What must be found at the end in every demonstration: each kind of waiting, early, nearly late and late. */
export const halted = (world: World, { end, first }: { end: number; first: number }): Story[] => {
  const reports = reportsOf(world)
  return HALTS.flatMap(({ halt, count, used: [least, most], of }) =>
    Array.from({ length: count }, () => {
      const report = world.random.pick(reports)
      const minutes = minutesOf(world, report, of) * (least + world.random.next() * (most - least))
      return { halt, report, at: workingBefore(end, minutes, world.model.calendar), pace: least * 0.6 }
    }),
  ).map((given, index) => story(world, { ...given, number: first + index }))
}
