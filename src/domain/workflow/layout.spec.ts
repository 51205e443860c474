import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultWorkflow } from './defaultWorkflow.fixture'
import { layoutOf, type Layout, type LayoutLine } from './layout'
import { textWidth, twoLines, type Box, type Point } from './layoutLabels'
import { PHASES, type StepDef, type TransitionDef, type WorkflowDef } from './types'
import { withTransition } from './world.fixture'

const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const stretches = ({ points }: LayoutLine): [Point, Point][] => points.slice(1).map((to, at) => [points[at]!, to])

/** Whether a stretch runs through the inside of a box. */
const through = ([a, b]: [Point, Point], { x, y, width, height }: Box): boolean =>
  Math.min(a.x, b.x) < x + width && Math.max(a.x, b.x) > x && Math.min(a.y, b.y) < y + height && Math.max(a.y, b.y) > y

const onBorder = ({ x, y }: Point, box: Box): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height && (x === box.x || x === box.x + box.width || y === box.y || y === box.y + box.height)

const crossing = (one: [Point, Point], other: [Point, Point]): boolean => {
  const [level, upright] = one[0].y === one[1].y ? [one, other] : [other, one]
  if (level[0].y !== level[1].y || upright[0].x !== upright[1].x) return false
  const [x, y] = [upright[0].x, level[0].y]
  return x > Math.min(level[0].x, level[1].x) && x < Math.max(level[0].x, level[1].x) && y > Math.min(upright[0].y, upright[1].y) && y < Math.max(upright[0].y, upright[1].y)
}

const crossings = ({ lines }: Layout): number =>
  lines.reduce((sum, line, at) => sum + lines.slice(0, at).reduce((here, before) => here + stretches(line).reduce((n, one) => n + stretches(before).filter((other) => crossing(one, other)).length, 0), 0), 0)

/** Stretches of two lines that lie on each other for a while cannot be told apart. */
const together = (one: [Point, Point], other: [Point, Point]): boolean => {
  for (const [along, across] of [['x', 'y'], ['y', 'x']] as const) {
    if (one[0][across] !== one[1][across] || other[0][across] !== other[1][across] || one[0][across] !== other[0][across]) continue
    if (Math.min(Math.max(one[0][along], one[1][along]), Math.max(other[0][along], other[1][along])) - Math.max(Math.min(one[0][along], one[1][along]), Math.min(other[0][along], other[1][along])) > 0) return true
  }
  return false
}

const labelBox = ({ x, y, width }: NonNullable<LayoutLine['label']>): Box => ({ x: x - width / 2, y: y - 8, width, height: 16 })

const faultsOf = (layout: Layout): string[] => {
  const { nodes, lines } = layout
  const faults: string[] = []
  nodes.forEach((node, at) => nodes.slice(0, at).forEach((before) => { if (overlap(node, before)) faults.push(`${node.code} lies on ${before.code}`) }))
  for (const line of lines) {
    const [from, to] = [nodes.find(({ code }) => code === line.from)!, nodes.find(({ code }) => code === line.to)!]
    if (!onBorder(line.points[0]!, from)) faults.push(`${line.key} does not begin at its box`)
    if (!onBorder(line.points.at(-1)!, to)) faults.push(`${line.key} does not end at its box`)
    for (const node of nodes) if (stretches(line).some((one) => through(one, node))) faults.push(`${line.key} runs through ${node.code}`)
  }
  lines.forEach((line, at) => lines.slice(0, at).forEach((before) => {
    if (stretches(line).some((one) => stretches(before).some((other) => together(one, other)))) faults.push(`${line.key} lies on ${before.key}`)
    if (line.label && before.label && overlap(labelBox(line.label), labelBox(before.label))) faults.push(`the words of ${line.key} lie on those of ${before.key}`)
  }))
  for (const { key, label } of lines) if (label && nodes.some((node) => overlap(labelBox(label), node))) faults.push(`the words of ${key} lie on a box`)
  return faults
}

const stepArb = (at: number): fc.Arbitrary<StepDef> =>
  fc.record({ phase: fc.constantFrom(...PHASES), name: fc.constantFrom('待受理', '街道会商', '等', '一个名字很长很长很长的步骤') }).map(({ phase, name }) => ({
    code: `s${at}`, phase: at === 0 ? 'intake' : phase, name: { zh: name }, kind: at === 0 ? 'start' : phase === 'archive' ? 'final' : 'normal',
  }))

const flowArb: fc.Arbitrary<WorkflowDef> = fc.integer({ min: 2, max: 14 }).chain((count) =>
  fc.record({
    steps: fc.tuple(...Array.from({ length: count }, (_, at) => stepArb(at))),
    lines: fc.array(fc.record({ from: fc.nat(count - 1), to: fc.nat(count - 1), tone: fc.constantFrom('main' as const, 'normal' as const, 'careful' as const) }), { minLength: 1, maxLength: 30 }),
  }).map(({ steps, lines }) => ({
    code: 'any', name: { zh: '任意' }, reopenDays: 30, steps,
    transitions: lines.map(({ from, to, tone }, at): TransitionDef => ({
      code: `t${at}`, name: { zh: '办完，请核查' }, from: [`s${from}`], to: `s${to}`, actors: ['staff'], permission: 'matter.handle', guards: [], inputs: [], effects: [], signals: [], tone,
    })),
  })),
)

describe('layoutOf', () => {
  const layout = layoutOf(defaultWorkflow, 'zh')

  it('draws the default workflow without a fault, with few crossings', () => {
    expect(faultsOf(layout)).toEqual([])
    expect(crossings(layout)).toBeLessThanOrEqual(60)
  })

  it('has a box for every step, in the lane of its phase', () => {
    expect(layout.nodes.map(({ code }) => code)).toEqual(defaultWorkflow.steps.map(({ code }) => code))
    for (const node of layout.nodes) {
      const lane = layout.lanes.find(({ phase }) => phase === node.phase)!
      expect(node.x >= lane.x && node.x + node.width <= lane.x + lane.width, node.code).toBe(true)
    }
    expect(layout.lanes.map(({ phase }) => phase)).toEqual(PHASES)
  })

  it('keeps every transition: as a line, or as one that stays', () => {
    const drawn = new Set([...layout.lines.flatMap(({ transitions }) => transitions), ...layout.stays.flatMap(({ transitions }) => transitions)])
    expect(defaultWorkflow.transitions.map(({ code }) => code).filter((code) => !drawn.has(code))).toEqual([])
    expect(layout.stays.find(({ step }) => step === 'archive')?.transitions).toEqual(expect.arrayContaining(['undoMerge', 'rate']))
  })

  it('runs the main way along the top', () => {
    for (const code of ['intake', 'routing', 'handling', 'supervision', 'archive']) expect(layout.nodes.find((node) => node.code === code)?.row, code).toBe(0)
  })

  it('marks lines back, and puts the main transition first on a shared line', () => {
    expect(layout.lines.find(({ key }) => key === 'handling routing')?.back).toBe(true)
    expect(layout.lines.find(({ key }) => key === 'routing handling')).toMatchObject({ back: false, transitions: ['assign'] })
    expect(layout.lines.find(({ key }) => key === 'awaitTime handling')?.transitions[0]).toBe('grantTime')
  })

  it('has words beside the main lines', () => {
    for (const key of ['intake routing', 'routing handling', 'handling supervision']) expect(layout.lines.find((line) => line.key === key)?.label?.text, key).toBeTruthy()
  })

  it('shows a lane that no step uses', () => {
    const without = { ...defaultWorkflow, steps: defaultWorkflow.steps.filter(({ code }) => code !== 'coordination') }
    expect(layoutOf(without, 'zh').lanes.find(({ phase }) => phase === 'coordination')?.skipped).toBe(true)
  })

  it('copes with a transition to nowhere', () => {
    expect(layoutOf(withTransition('accept', { to: 'nosuch' }), 'zh').lines.some(({ to }) => to === 'nosuch')).toBe(false)
  })

  it('draws any workflow without a fault, and the same one alike', () => {
    fc.assert(fc.property(flowArb, (flow) => {
      const made = layoutOf(flow, 'zh')
      expect(faultsOf(made)).toEqual([])
      expect(layoutOf(flow, 'zh')).toEqual(made)
    }), { numRuns: 300, seed: 77 })
  })
})

describe('twoLines', () => {
  it.each([
    ['待受理', ['待受理']],
    ['等报告人补充情况以后再办', ['等报告人补充情况', '以后再办']],
    ['Awaiting acceptance', ['Awaiting', 'acceptance']],
  ])('breaks %s', (text, lines) => expect(twoLines(text, 114, 14)).toEqual(lines))

  it('shortens what does not fit two lines', () => {
    const lines = twoLines('一个名字很长很长很长很长很长很长很长的步骤', 110, 14)
    expect(lines).toHaveLength(2)
    for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(110)
    expect(lines[1]).toMatch(/…$/)
  })
})
