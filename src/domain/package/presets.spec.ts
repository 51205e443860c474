import { describe, expect, it } from 'vitest'
import { PHASES } from '../workflow/types'
import { evaluateRouting } from '../routing/evaluate'
import { lintRouting } from '../routing/lint'
import type { Directory, RoutingFacts } from '../routing/types'
import { validateAnswers } from '../forms/validate'
import { applyTransition } from '../workflow/apply'
import type { InputDef, MatterState, TransitionDef, WorkflowDef } from '../workflow/types'
import { argsOf, staff, stateAt } from '../workflow/world.fixture'
import { checkPackage } from './check'
import { places } from './preset.fixture'
import { presetFiles, readPreset } from './presets.fixture'
import type { StructurePackage } from './schema'

const OFFICES = presetFiles.filter(([name]) => name !== 'empty')
const named = (name: string): StructurePackage => readPreset(presetFiles.find(([file]) => file === name)?.[1])
const codesOf = (rows: readonly { code: string }[]): string[] => rows.map(({ code }) => code)
/** Words that need a translation: a number is the same in both languages. */
const isWords = (value: unknown): value is { zh: string; en?: string } => typeof value === 'object' && value !== null && 'zh' in value && /\p{Script=Han}/u.test(String(value.zh))

const trailIn = (rows: readonly { code: string; parent?: string | undefined }[]) => {
  const up = (at: string): string[] => {
    const row = rows.find((each) => each.code === at)
    return row ? [...(row.parent === undefined ? [] : up(row.parent)), row.code] : []
  }
  return up
}

const directory: Directory = {
  team: (code) => ({ id: code, name: { zh: code }, members: 1, active: true }),
  unit: (code) => ({ id: code, name: { zh: code }, active: true }),
  officer: (units, post) => ({ id: post, name: post, unit: units.at(-1) ?? '' }),
}

describe.each(presetFiles)('the preset %s', (name, json) => {
  it('passes the check, and its code is its file’s name', () => {
    expect(checkPackage(json)).toMatchObject({ ok: true })
    expect(readPreset(json).code).toBe(name)
  })
})

describe.each(OFFICES)('the office %s', (_name, json) => {
  const pkg = readPreset(json)
  const category = trailIn(pkg.categories)

  it('says everything but the text of clauses in both languages', () => {
    const missing = places(json).filter(({ path, value }) => isWords(value) && !value.en && !/^\/ruleDocuments\/\d+\/clauses\/\d+\/text$/.test(path))
    expect(missing.map(({ path }) => path)).toEqual([])
  })

  it('prints only telephone numbers that nobody has', () => {
    const inTexts = JSON.stringify(json).match(/(?<![\d-])0\d{2,3}-\d{4,}(-\d+)?/g) ?? []
    expect(inTexts.length).toBeGreaterThan(0)
    expect(inTexts.filter((phone) => !/^0\d{2,3}-5550-\d{4}$/.test(phone))).toEqual([])
  })

  it('lets somebody take every transition of staff', () => {
    const held = new Set(pkg.roles.flatMap((role) => role.permissions))
    expect(pkg.workflows.flatMap((flow) => flow.transitions).filter((row) => row.actors.includes('staff') && !held.has(row.permission))).toEqual([])
  })

  it('has a type that is taken where none is named, and uses every form and workflow', () => {
    expect(pkg.matterTypes.filter((type) => type.listed && type.openBy.includes('resident'))).toHaveLength(1)
    const rounds = pkg.routines.flatMap(({ opens }) => (opens.kind === 'round' ? [opens.form] : []))
    const forms = new Set([...pkg.matterTypes.map(({ form }) => form), ...rounds])
    const flows = new Set(pkg.matterTypes.map(({ workflow }) => workflow))
    expect([codesOf(pkg.forms).filter((code) => !forms.has(code)), codesOf(pkg.workflows).filter((code) => !flows.has(code))]).toEqual([[], []])
  })

  it('has eight rules or more, trusted and proposed, none of which can never fire', () => {
    expect(pkg.routing.rules.length).toBeGreaterThanOrEqual(8)
    expect(new Set(pkg.routing.rules.map((rule) => rule.mode))).toEqual(new Set(['trusted', 'proposed']))
    expect(lintRouting(pkg.routing, { trees: { category, unit: trailIn(pkg.units) }, directory })).toEqual([])
  })

  it('has a rule for every kind of matter, wherever rules assign', () => {
    const decide = (facts: Partial<RoutingFacts>) => evaluateRouting({
      set: pkg.routing, directory,
      facts: { categoryCodes: [], unitCodes: [], matterType: 'report', source: 'web', severity: 2, text: '', answers: {}, minuteOfDay: 600, workingTime: true, ...facts },
    })
    const listed = pkg.matterTypes.find((type) => type.listed)
    const byRule = new Set(codesOf(pkg.workflows.filter(({ transitions }) => transitions.some(({ actors }) => actors.includes('rule')))))
    const unmatched = pkg.categories.filter((row) => {
      const type = pkg.matterTypes.find(({ code }) => code === row.matterType) ?? listed
      return row.parent !== undefined && type && byRule.has(type.workflow) && decide({ categoryCodes: category(row.code), matterType: type.code, severity: row.severity }).ruleCode === undefined
    })
    expect(codesOf(unmatched)).toEqual([])
  })

  it('opens its routines with answers that their forms take, and fills only numbers', () => {
    const faults = pkg.routines.flatMap((routine) => {
      if (routine.opens.kind === 'round') return []
      const { matterType, answers, fills } = routine.opens
      const form = pkg.forms.find(({ code }) => code === pkg.matterTypes.find((type) => type.code === matterType)?.form)
      if (!form) return [`${routine.code} has no form`]
      const kinds = new Map(form.pages.flatMap(({ questions }) => questions.map(({ key, kind }) => [key, kind])))
      const stray = fills.filter(({ question }) => kinds.get(question) !== 'number').map(({ question }) => `${routine.code} fills ${question}`)
      const { errors } = validateAnswers(form, { ...answers, ...Object.fromEntries(fills.map(({ question }) => [question, 0])) })
      return [...stray, ...Object.keys(answers).filter((key) => !kinds.has(key)).map((key) => `${routine.code} answers ${key}`), ...errors.map(({ key, code }) => `${routine.code} ${key} ${code}`)]
    })
    expect(faults).toEqual([])
  })

  it('names a post that leads on every kind, and has a leading group with seats', () => {
    expect(codesOf(pkg.categories.filter((row) => row.parent === undefined && row.lead === undefined))).toEqual([])
    expect(pkg.teams.filter((team) => team.kind === 'leading').map((team) => (team.seats ?? []).length > 2)).toEqual([true])
  })
})

const UNIT = '01J00000000000000000000V01'
const VALUES: Partial<Record<InputDef['kind'], unknown>> = { text: '说清楚了', lead: { unit: UNIT }, minutes: 30, rating: 5 }
const inputOf = ({ inputs }: TransitionDef): Record<string, unknown> =>
  Object.fromEntries(inputs.filter(({ required }) => required).map(({ key, kind, options }) => [key, options?.[0]?.code ?? VALUES[kind]]))

/** One transition by a member of the unit that has the matter, with the first answer to everything asked. */
const take = (flow: WorkflowDef, state: MatterState, code: string, who: string): MatterState => {
  const transition = flow.transitions.find((row) => row.code === code)
  if (!transition) throw new Error(`${flow.code} has no ${code}`)
  return applyTransition({ ...argsOf(state, staff(who), code), workflow: flow, input: inputOf(transition), actorUnits: [UNIT] }).state
}

const flowOf = (pkg: StructurePackage, code: string): WorkflowDef => {
  const flow = pkg.workflows.find((row) => row.code === code)
  if (!flow) throw new Error(`no workflow ${code}`)
  return flow
}

describe.each(['jianwai', 'xichangan', 'shichahai'])('mediation in %s', (name) => {
  const flow = flowOf(named(name), 'mediation')
  const asked = (kind: string): MatterState => ['accept', kind].reduce((state, code) => take(flow, state, code, 'clerk'), stateAt('intake'))

  it.each(['assignPeople', 'assignAdministrative', 'assignJudicial'])('begins by %s only once both sides have agreed', (kind) => {
    const state = asked(kind)
    expect(() => take(flow, state, 'otherAgrees', 'mediator')).toThrow()
    const one = take(flow, state, 'firstAgrees', 'mediator')
    expect([one.step, take(flow, one, 'otherAgrees', 'mediator').step]).toEqual(['consentOther', 'mediating'])
    expect(flow.transitions.filter((row) => row.to === 'mediating' && row.from.some((step) => ['intake', 'routing', 'consentFirst'].includes(step)))).toEqual([])
  })

  it('goes to the archive through somebody who took no part', () => {
    const done = ['firstAgrees', 'otherAgrees', 'conclude'].reduce((state, code) => take(flow, state, code, 'mediator'), asked('assignPeople'))
    expect(() => take(flow, done, 'reviewed', 'mediator')).toThrow(expect.objectContaining({ code: 'verifierHandled' }))
    expect(take(flow, done, 'reviewed', 'checker').step).toBe('archive')
  })

  it('ends where one side is not willing', () => {
    expect(take(flow, asked('assignPeople'), 'notWilling', 'mediator')).toMatchObject({ step: 'archive', outcome: 'notWilling' })
  })
})

describe.each(['jianwai', 'shichahai'])('a supervision order in %s', (name) => {
  const pkg = named(name)
  const flow = flowOf(pkg, 'order')
  const reported = [['issue', 'clerk'], ['assign', 'clerk'], ['report', 'worker']].reduce((state, [code = '', who = '']) => take(flow, state, code, who), stateAt('intake'))
  const passed = (...who: string[]): MatterState => who.reduce((state, each, at) => take(flow, state, ['pass1', 'pass2', 'lift'][at] ?? '', each), reported)

  it('is to be put right within thirty days, whatever is waited for', () => {
    expect(pkg.limits.limits.find((limit) => limit.clock === 'resolve' && limit.matterType === 'order')).toMatchObject({ amount: 30, unit: 'naturalDays', pause: [] })
    expect(flow.transitions.filter((row) => row.effects.includes('extend'))).toEqual([])
  })

  it('is lifted by three people, each with a right of their own', () => {
    expect(passed('a', 'b', 'c')).toMatchObject({ step: 'archive', outcome: 'lifted' })
    expect(new Set(['pass1', 'pass2', 'lift'].map((code) => flow.transitions.find((row) => row.code === code)?.permission)).size).toBe(3)
  })

  it.each([[['worker']], [['a', 'worker']], [['a', 'b', 'worker']]])('refuses a review by those who did the work: %s', (who) => {
    expect(() => passed(...who)).toThrow(expect.objectContaining({ code: 'verifierHandled' }))
  })

  it.each([[['a', 'a']], [['a', 'b', 'a']], [['a', 'b', 'b']]])('refuses a second review of the same person: %s', (who) => {
    expect(() => passed(...who)).toThrow(expect.objectContaining({ code: 'guardFailed', detail: expect.objectContaining({ guard: 'notReviewer' }) }))
  })

  it('is reviewed anew, by the same people if need be, after it was sent back', () => {
    const [passes, backs] = [['pass1', 'pass2'], flow.transitions.filter((row) => row.from.includes('review2') && row.effects.includes('countReturn'))]
    expect(passes.map((code) => flow.transitions.find((row) => row.code === code)?.effects.includes('markReviewed'))).toEqual([true, true])
    const back = take(flow, passed('a'), backs[0]?.code ?? '', 'b')
    expect(back).toMatchObject({ step: 'rectify', reviewers: [] })
    expect(take(flow, take(flow, back, 'report', 'worker'), 'pass1', 'a').step).toBe('review2')
  })
})

describe('a supervision order in zhucheng', () => {
  const flow = flowOf(named('zhucheng'), 'order')
  const submitted = { ...stateAt('review1'), handlers: ['worker'] }

  it('is reviewed by three people, and by the same ones again after it was sent back', () => {
    const once = take(flow, submitted, 'pass1', 'a')
    expect(() => take(flow, once, 'pass2', 'a')).toThrow(expect.objectContaining({ code: 'guardFailed' }))
    expect(take(flow, take(flow, once, 'pass2', 'b'), 'lift', 'c').step).toBe('archive')
    const back = take(flow, once, 'fail2', 'b')
    expect(take(flow, { ...back, step: 'review1' }, 'pass1', 'a').step).toBe('review2')
  })
})

describe.each(['jianwai', 'xichangan'])('an inspection in %s', (name) => {
  const pkg = named(name)
  const flow = flowOf(pkg, 'inspection')
  const ordered = ['accept', 'assign', 'orderRectify'].reduce((state, code) => take(flow, state, code, 'inspector'), stateAt('intake'))

  it('goes to putting right, is rechecked by somebody else, and goes back as often as needed', () => {
    const right = take(flow, ordered, 'rectified', 'inspector')
    expect(() => take(flow, right, 'recheckPass', 'inspector')).toThrow(expect.objectContaining({ code: 'verifierHandled' }))
    const again = take(flow, right, 'recheckFail', 'checker')
    expect(again).toMatchObject({ step: 'rectify', returns: 1 })
    expect(take(flow, take(flow, again, 'rectified', 'inspector'), 'recheckPass', 'checker').step).toBe('archive')
  })

  it('has a clock of its own for putting right', () => {
    expect(pkg.limits.limits.find((limit) => limit.clock === 'rectify')).toMatchObject({ matterType: 'inspection', amount: 30, unit: 'naturalDays', start: ['waitThirdParty'] })
  })
})

describe.each(['jianwai', 'xichangan', 'shichahai'])('a hazard in %s', (name) => {
  const flow = flowOf(named(name), 'hazard')

  it('is verified, removed, checked by somebody else, and ends with thanks', () => {
    const removed = ['accept', 'assign', 'confirmHazard', 'removed'].reduce((state, code) => take(flow, state, code, 'worker'), stateAt('intake'))
    expect(() => take(flow, removed, 'verified', 'worker')).toThrow(expect.objectContaining({ code: 'verifierHandled' }))
    const checked = take(flow, removed, 'verified', 'checker')
    expect(take(flow, checked, 'thank', 'checker')).toMatchObject({ step: 'archive', outcome: 'thanked' })
    expect(flow.transitions.filter((row) => row.to === 'archive' && row.from.includes('removing') && !row.effects.includes('mergeInto'))).toEqual([])
  })
})

describe('the workflows of zhucheng and chengdu', () => {
  const walk = (flow: WorkflowDef, start: MatterState, path: string): MatterState =>
    path.split(' ').reduce((state, hop) => take(flow, state, hop.split(':')[0] ?? '', hop.split(':')[1] ?? 'worker'), start)

  it('reviews a supervision order three times, never by who put it right', () => {
    const flow = flowOf(named('zhucheng'), 'order')
    const from = (path: string) => walk(flow, stateAt('draft'), `issue:clerk sign setMeasures submit ${path}`)
    expect(from('pass1:a pass2:b lift:c').step).toBe('archive')
    for (const path of ['pass1', 'pass1:a pass2', 'pass1:a pass2:b lift']) expect(() => from(path), path).toThrow(expect.objectContaining({ code: 'verifierHandled' }))
  })

  it('begins mediation of each kind once both sides have agreed', () => {
    const flow = flowOf(named('chengdu'), 'mediation')
    const from = (path: string) => walk(flow, stateAt('intake'), `accept assign ${path}`)
    for (const kind of ['startPeople', 'startAdministrative', 'startJudicial']) {
      expect(from(`applicantAgreed otherAgreed ${kind} conclude kept:checker`).step).toBe('archive')
      expect(() => from(`applicantAgreed ${kind}`)).toThrow(expect.objectContaining({ code: 'illegalStep' }))
      expect(() => from(`otherAgreed ${kind}`)).toThrow(expect.objectContaining({ code: 'illegalStep' }))
    }
  })

  it('brings a council’s topic to a resolution, an answer, and work that somebody else appraises', () => {
    const flow = flowOf(named('chengdu'), 'council')
    const from = (path: string) => walk(flow, stateAt('intake'), `takeUp:clerk sitting:clerk resolve:clerk ${path}`)
    expect(from('adopt:clerk carried appraised:checker').step).toBe('archive')
    expect(from('notAdopt:clerk').step).toBe('archive')
    expect(() => from('adopt:clerk carried appraised')).toThrow(expect.objectContaining({ code: 'verifierHandled' }))
  })
})

describe('the numbers the offices are known by', () => {
  const levelSizes = (pkg: StructurePackage): number[] =>
    [...pkg.levels].sort((a, b) => a.order - b.order).map((level) => pkg.units.filter((unit) => unit.level === level.code).length)
  const limitOf = (pkg: StructurePackage, code: string) => pkg.limits.limits.find((limit) => limit.code === code)
  const acting = (pkg: StructurePackage) => pkg.teams.filter((team) => team.kind !== 'leading')

  it('xichangan: one large, fourteen middle, seventy-one small grids; ten posts; squads of five to seven; three levels at each point', () => {
    const pkg = named('xichangan')
    expect(levelSizes(pkg).slice(0, 3)).toEqual([1, 14, 71])
    expect(pkg.posts.slice(0, 10).map(({ name: { zh } }) => zh.replace('岗', ''))).toEqual(['指挥', '巡逻', '守护', '管控', '安检', '新居民服务', '宣传', '信息', '技防', '应急'])
    expect(pkg.levels[1]?.staffing).toContainEqual({ kind: 'size', post: 'emergency', min: 5, max: 7 })
    expect(pkg.levels[2]?.staffing).toContainEqual({ kind: 'unitsPerPerson', post: 'gridHead', max: 1 })
    const points = pkg.registers.find(({ code }) => code === 'points')
    expect(points?.pages.flatMap(({ questions }) => questions.map(({ key }) => key))).toEqual(expect.arrayContaining(['three', 'two', 'one']))
    expect(pkg.ruleDocuments.filter(({ title: { zh } }) => zh.startsWith('标准'))).toHaveLength(6)
  })

  it('shichahai: eight communities and more than eighty lanes; four teams; five functions; six minutes', () => {
    const pkg = named('shichahai')
    expect(pkg.units.filter((unit) => unit.kind === 'community')).toHaveLength(8)
    expect(pkg.units.filter((unit) => unit.level === 'lane').length).toBeGreaterThan(80)
    expect(acting(pkg)).toHaveLength(4)
    expect(pkg.categories.filter((row) => row.parent === undefined).map(({ name: { zh } }) => zh)).toEqual(expect.arrayContaining(['社会治理', '接诉即办', '警务服务', '便民服务', '安全教育']))
    expect([limitOf(pkg, 'first-reply-urgent'), limitOf(pkg, 'first-reply-call')]).toEqual([expect.objectContaining({ amount: 0.1, unit: 'naturalHours' }), expect.objectContaining({ amount: 0.1, unit: 'naturalHours' })])
  })

  it.each(['jianwai', 'xichangan', 'shichahai', 'zhucheng'])('%s: a deputy leads one or two kinds', (name) => {
    const { categories, posts } = named(name)
    expect(codesOf(posts.filter(({ code }) => categories.filter(({ parent, lead }) => parent === undefined && lead === code).length > 2))).toEqual([])
  })

  it('jianwai: the digest of the day, the assessment of the week, the consultation of the month open by themselves', () => {
    const cadence = (code: string) => named('jianwai').routines.find((routine) => routine.code === code)?.cadence
    expect([cadence('digest'), cadence('weekly'), cadence('monthly')]).toEqual([{ kind: 'daily', workdaysOnly: false }, { kind: 'weekly', weekday: 1, shift: 'after' }, { kind: 'workday', n: -4 }])
  })

  it.each(OFFICES)('%s: says of every matter for how long it is kept, at least three years after the last that was done, and then nobody is in it', (_name, json) => {
    expect(readPreset(json).matterTypes.filter(({ retentionDays, retentionMode }) => (retentionDays ?? 0) < 1095 || retentionMode !== 'anonymise').map(({ code }) => code)).toEqual([])
  })

  it('knows six phases wherever a workflow has steps', () => {
    expect([...new Set(OFFICES.flatMap(([, json]) => readPreset(json).workflows.flatMap(({ steps }) => steps.map(({ phase }) => phase))))].sort()).toEqual([...PHASES].sort())
  })
})
