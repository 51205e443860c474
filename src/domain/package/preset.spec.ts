import { describe, expect, it } from 'vitest'
import { pickLimit } from '../clocks/pickLimit'
import { evaluateRouting } from '../routing/evaluate'
import { lintRouting } from '../routing/lint'
import type { Directory, RoutingFacts } from '../routing/types'
import { defaultWorkflow } from '../workflow/defaultWorkflow.fixture'
import type { WorkflowDef } from '../workflow/types'
import { checkPackage } from './check'
import { places, preset, presetJson } from './preset.fixture'

const pkg = preset()
const atLevel = (order: number) => {
  const level = pkg.levels.find((row) => row.order === order)
  return pkg.units.filter((unit) => unit.level === level?.code)
}
const ancestors = (code: string): string[] => {
  const parent = pkg.categories.find((row) => row.code === code)?.parent
  return parent === undefined ? [code] : [code, ...ancestors(parent)]
}
const isWords = (value: unknown): value is { zh: string; en?: string } => typeof value === 'object' && value !== null && 'zh' in value

describe('the preset', () => {
  it('passes the check', () => {
    expect(checkPackage(presetJson)).toMatchObject({ ok: true })
  })

  it('has eight risk categories with four to eight kinds below each', () => {
    const roots = pkg.categories.filter((row) => row.parent === undefined)
    expect(roots).toHaveLength(8)
    for (const root of roots) {
      const below = pkg.categories.filter((row) => row.parent === root.code).length
      expect([root.code, below >= 4 && below <= 8]).toEqual([root.code, true])
    }
  })

  it('has six teams, four levels, seven rule documents', () => {
    const teams = pkg.teams.filter((team) => team.kind !== 'leading')
    expect([teams.length, pkg.levels.length, pkg.ruleDocuments.length]).toEqual([6, 4, 7])
    for (const document of pkg.ruleDocuments) expect([document.code, document.clauses.length >= 5 && document.clauses.length <= 10]).toEqual([document.code, true])
  })

  it('has one centre, nine stations, about forty groups and two hundred doors', () => {
    expect([1, 2, 4].map((order) => atLevel(order).length)).toEqual([1, 9, 200])
    expect(Math.abs(atLevel(3).length - 40)).toBeLessThanOrEqual(5)
  })

  it('hangs every unit exactly one level below its parent', () => {
    const order = new Map(pkg.levels.map((row) => [row.code, row.order]))
    const byCode = new Map(pkg.units.map((row) => [row.code, row]))
    const steps = pkg.units.filter((row) => row.parent !== undefined)
      .map((row) => (order.get(row.level) ?? 0) - (order.get(byCode.get(row.parent ?? '')?.level ?? '') ?? 0))
    expect(new Set(steps)).toEqual(new Set([1]))
  })

  it('says everything that residents read in both languages', () => {
    const staffOnly = new Set(pkg.ruleDocuments.flatMap((row, i) =>
      row.audience === 'staff' ? row.clauses.map((_, j) => `/ruleDocuments/${i}/clauses/${j}/text`) : []))
    const missing = places(presetJson).filter(({ path, value }) => isWords(value) && !value.en && !staffOnly.has(path))
    expect(missing.map(({ path }) => path)).toEqual([])
  })

  it('prints only telephone numbers that nobody has', () => {
    const given = [pkg.office.phone, pkg.office.dutyPhone, ...pkg.units.flatMap((row) => row.publicContact?.phone ?? [])]
    expect(given.filter((phone) => !/^010-5550-01\d\d$/.test(phone ?? ''))).toEqual([])
    const inTexts = JSON.stringify(presetJson).match(/\b0\d{2,3}-\d{4,}(-\d+)?/g) ?? []
    expect(inTexts.filter((phone) => !phone.startsWith('010-5550-01'))).toEqual([])
  })

  it('promises the limits that its rule document states', () => {
    const days = pkg.categories.map((row) => {
      const subject = { limits: pkg.limits.limits, categories: ancestors(row.code) }
      const [accept, reply, resolve] = ['accept', 'firstReply', 'resolve'].map((clock) => pickLimit({ ...subject, clock }))
      expect([accept?.amount, accept?.unit, reply?.amount, reply?.unit]).toEqual([2, 'workingHours', 1, 'workingDays'])
      expect(resolve?.unit).toBe('workingDays')
      return resolve?.amount
    })
    expect(new Set(days)).toEqual(new Set([3, 5, 10, 15]))
    for (const limit of pkg.limits.limits) expect(limit.thresholds.map(({ percent }) => percent)).toEqual([50, 80, 100, 150])
  })

  it('covers only years whose official list is out, weekdays and make-up days apart', () => {
    expect(pkg.calendarYears).toEqual([2026])
    const works = pkg.calendarDays.filter((day) => day.kind === 'workday').map((day) => new Date(`${day.date}T00:00:00Z`).getUTCDay())
    expect(works.length).toBeGreaterThan(0)
    expect(works.filter((weekday) => weekday !== 0 && weekday !== 6)).toEqual([])
  })

  it('offers residents every type that is listed, and hides what is for staff', () => {
    const listed = pkg.matterTypes.filter((row) => row.listed)
    expect(listed.every((row) => row.openBy.includes('resident'))).toBe(true)
    expect(pkg.matterTypes.filter((row) => !row.openBy.includes('resident') && row.listed)).toEqual([])
    expect(pkg.matterTypes.filter((row) => row.openBy.includes('resident')).map((row) => row.code)).toEqual(['report', 'mediation', 'newcomer', 'help', 'hazard'])
  })

  it('lets somebody take every transition of staff', () => {
    const held = new Set(pkg.roles.flatMap((role) => role.permissions))
    const stuck = pkg.workflows.flatMap((flow) => flow.transitions).filter((row) => row.actors.includes('staff') && !held.has(row.permission))
    expect(stuck.map((row) => row.code)).toEqual([])
  })

  it('has a notice in every column that residents read, and none of them is an alert on every page', () => {
    const empty = pkg.noticeColumns.filter((column) => !column.internal && !pkg.notices.some((notice) => notice.column === column.code))
    expect(empty).toEqual([])
    expect(pkg.notices.filter((notice) => notice.alert)).toEqual([])
  })
})

describe('its routing', () => {
  const trail = (rows: readonly { code: string; parent?: string }[]) => (code: string) => {
    const up = (at: string): string[] => {
      const row = rows.find((each) => each.code === at)
      return row ? [...(row.parent === undefined ? [] : up(row.parent)), row.code] : []
    }
    return up(code)
  }
  const category = trail(pkg.categories)
  const directory: Directory = {
    team: (code) => ({ id: code, name: { zh: code }, members: 1, active: true }),
    unit: (code) => ({ id: code, name: { zh: code }, active: true }),
    officer: (units, post) => ({ id: post, name: post, unit: units.at(-1) ?? '' }),
  }
  const trees = { category, unit: trail(pkg.units) }
  const decide = (facts: Partial<RoutingFacts>) => evaluateRouting({
    set: pkg.routing,
    directory,
    facts: { categoryCodes: [], unitCodes: [], matterType: 'report', source: 'web', severity: 2, text: '', answers: {}, minuteOfDay: 600, workingTime: true, ...facts },
  })

  it('has about a dozen rules, some trusted, none of which can never fire', () => {
    expect(pkg.routing.rules.length).toBeGreaterThanOrEqual(12)
    expect(new Set(pkg.routing.rules.map((rule) => rule.mode))).toEqual(new Set(['trusted', 'proposed']))
    expect(lintRouting(pkg.routing, { trees, directory })).toEqual([])
  })

  it.each([
    ['a gas leak goes at once, whatever its kind', { categoryCodes: category('work-safety-gas'), text: '后厨漏气', severity: 4 }, 'danger', 'trusted'],
    ['a pressing call goes to the centre', { categoryCodes: category('public-safety-ebike'), source: 'hotline', severity: 4 }, 'hotline-serious', 'proposed'],
    ['a small finding stays in its grid unit', { categoryCodes: category('environment-green'), matterType: 'patrol', source: 'patrol', severity: 1 }, 'patrol-minor', 'trusted'],
    ['noise by day', { categoryCodes: category('environment-noise') }, 'streets-day', 'trusted'],
    ['noise by night', { categoryCodes: category('environment-noise'), workingTime: false, minuteOfDay: 1380 }, 'streets-night', 'trusted'],
    ['a quarrel over rent', { categoryCodes: category('dispute-rent'), matterType: 'mediation' }, 'mediation-legal', 'proposed'],
    ['a quarrel between neighbours', { categoryCodes: category('dispute-neighbour'), matterType: 'mediation' }, 'mediation', 'proposed'],
    ['a request for help', { categoryCodes: category('care-elder'), matterType: 'help' }, 'help', 'proposed'],
    ['a newcomer’s question', { categoryCodes: category('newcomer-school'), matterType: 'newcomer' }, 'newcomer', 'trusted'],
  ] as const)('%s', (_what, facts, rule, mode) => {
    expect(decide(facts)).toMatchObject({ ruleCode: rule, mode })
  })

  it('has a rule for every category and its own type', () => {
    const unmatched = pkg.categories.filter((row) =>
      decide({ categoryCodes: category(row.code), matterType: row.matterType ?? 'report', severity: row.severity }).ruleCode === undefined)
    expect(unmatched.map((row) => row.code)).toEqual([])
  })
})

describe('its workflow', () => {
  const bones = (flow: WorkflowDef | undefined) => ({
    reopenDays: flow?.reopenDays,
    steps: flow?.steps.map(({ code, phase, kind, waitingFor, silence }) => ({ code, phase, kind, waitingFor, silence })),
    transitions: flow?.transitions.map(({ code, from, to, actors, permission, guards, inputs, effects, signals, outcome, tone }) => ({
      code, from, to, actors, permission, guards, effects, signals, outcome, tone,
      inputs: inputs.map(({ key, kind, role, required, minCount, maxCount, min, max, options }) =>
        ({ key, kind, role, required, minCount, maxCount, min, max, options: options?.map((option) => option.code) })),
    })),
  })

  it('is the default workflow in the office’s words', () => {
    expect(bones(pkg.workflows.find((flow) => flow.code === defaultWorkflow.code))).toEqual(bones(defaultWorkflow))
  })

  it('tells the reporter something at every step and transition', () => {
    const flow = pkg.workflows[0]
    expect(flow?.steps.filter((step) => !step.residentNow || !step.residentNext)).toEqual([])
    expect(flow?.transitions.filter((transition) => !transition.residentLine)).toEqual([])
  })
})
