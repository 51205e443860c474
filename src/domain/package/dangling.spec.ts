import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPackage } from './check'
import { edited, places, preset, type Edit } from './preset.fixture'
import { referencesOf } from './references'
import type { StructurePackage } from './schema'

/** Where a package names other rows, written down a second time: pointer of the place → pointer of the codes it may name. */
const NAMES: readonly [RegExp, RegExp][] = [
  [/^\/units\/\d+\/level$/, /^\/levels\/\d+\/code$/],
  [/^\/(units\/\d+\/parent|teams\/\d+\/units\/\d+|routing\/rules\/\d+\/result\/unit|routines\/\d+\/(opens|assign)\/unit)$/, /^\/units\/\d+\/code$/],
  [/^\/(categories\/\d+\/parent|limits\/limits\/\d+\/category|standardReplies\/\d+\/categories\/\d+|routines\/\d+\/opens\/(category|fills\/\d+\/categories\/\d+))$/, /^\/categories\/\d+\/code$/],
  [/^\/((categories|limits\/limits)\/\d+\/matterType|routines\/\d+\/opens\/matterType|registers\/\d+\/matterTypes\/\d+)$/, /^\/matterTypes\/\d+\/code$/],
  [/^\/(categories\/\d+\/lead|levels\/\d+\/staffing\/\d+\/post|routing\/rules\/\d+\/result\/post|pages\/\d+\/blocks\/\d+\/items\/\d+\/post|registers\/\d+\/review\/post|routines\/\d+\/assign\/post)$/, /^\/posts\/\d+\/code$/],
  [/^\/(matterTypes\/\d+|routines\/\d+\/opens)\/form$/, /^\/forms\/\d+\/code$/],
  [/^\/matterTypes\/\d+\/workflow$/, /^\/workflows\/\d+\/code$/],
  [/^\/(ruleDocuments\/\d+\/boundTeams\/\d+|routing\/rules\/\d+\/result\/team|routines\/\d+\/assign\/team)$/, /^\/teams\/\d+\/code$/],
  [/^\/routines\/\d+\/opens\/register$/, /^\/registers\/\d+\/code$/],
  [/^\/(registers\/\d+\/(viewers|editors)|noticeColumns\/\d+\/reviews)\/\d+$/, /^\/roles\/\d+\/code$/],
  [/^\/notices\/\d+\/column$/, /^\/noticeColumns\/\d+\/code$/],
  [/^\/serviceItems\/\d+\/lifeEvents\/\d+$/, /^\/lifeEvents\/\d+\/code$/],
  [/^\/serviceItems\/\d+\/counters\/\d+$/, /^\/serviceCounters\/\d+\/code$/],
  [/^\/serviceItems\/\d+\/(agentType|onlineType)$/, /^\/matterTypes\/\d+\/code$/],
  [/^\/(serviceItems\/\d+\/units\/\d+|serviceCounters\/\d+\/unit)$/, /^\/units\/\d+\/code$/],
  [/^\/standardReplies\/\d+\/steps\/\d+$/, /^\/workflows\/\d+\/steps\/\d+\/code$/],
]
const CODES_OF_FIELD: Record<string, RegExp> = {
  category: /^\/categories\/\d+\/code$/, unit: /^\/units\/\d+\/code$/, matterType: /^\/matterTypes\/\d+\/code$/, source: /^\/sources\/\d+\/code$/,
}

type Place = { path: string; value: unknown }

const valuesAt = (all: readonly Place[], where: RegExp): unknown[] => all.filter(({ path }) => where.test(path)).map(({ value }) => value)

const clausesOf = (all: readonly Place[]): unknown[] =>
  all.filter(({ path }) => /^\/ruleDocuments\/\d+\/clauses\/\d+\/code$/.test(path)).map(({ path, value }) => {
    const document = all.find((place) => place.path === path.replace(/\/clauses\/.*/, '/code'))
    return `${String(document?.value)}#${String(value)}`
  })

const WORDS = /\/(zh|en)$/

/** Every place that names another row, with the codes it may name. */
const naming = (whole: readonly Place[]): { path: string; value: unknown; known: unknown[] }[] => {
  const all = whole.filter(({ path, value }) => typeof value === 'string' && !WORDS.test(path))
  const fixed = NAMES.flatMap(([where, codes]) => {
    const known = valuesAt(all, codes)
    return all.filter(({ path }) => where.test(path)).map((place) => ({ ...place, known }))
  })
  const clauses = clausesOf(all)
  const cites = all.filter(({ path }) => path.endsWith('/cites')).map((place) => ({ ...place, known: clauses }))
  const conditions = all.filter(({ path }) => /^\/routing\/rules\/\d+\/conditions\/\d+\/codes\/\d+$/.test(path)).map((place) => {
    const field = all.find(({ path }) => path === place.path.replace(/\/codes\/\d+$/, '/field'))?.value
    return { ...place, known: valuesAt(all, CODES_OF_FIELD[String(field)] ?? /^$/) }
  })
  return [...fixed, ...cites, ...conditions]
}

const dangling = (json: unknown): string[] => naming(places(json)).filter(({ value, known }) => !known.includes(value)).map(({ path }) => path)

// Without most of its lowest units the preset names the same kinds of rows, and is quicker to turn over.
const full = preset()
const lowest = full.units.filter((unit) => unit.level === full.levels.at(-1)?.code)
const small: StructurePackage = { ...full, units: full.units.filter((unit) => lowest.indexOf(unit) < 12).map((unit) => ({ ...unit, boundary: undefined })) }
const pkg: unknown = JSON.parse(JSON.stringify(small))
const whole = places(pkg)
const sites = naming(whole).map(({ path }) => path)
const rows = whole.filter(({ path }) => /^\/(levels|units|categories|matterTypes|forms|workflows|sources|teams|posts|ruleDocuments|noticeColumns|pages|standardReplies|registers|routines|lifeEvents|serviceCounters)\/\d+$/.test(path)
  || /^\/(ruleDocuments\/\d+\/clauses|workflows\/\d+\/steps)\/\d+$/.test(path)).map(({ path }) => path)

const strangeCode = fc.stringMatching(/^zz[a-z0-9]{1,12}$/)
const replaceReference = fc.record({ path: fc.constantFrom(...sites), value: strangeCode })
const renameRow = fc.record({ path: fc.constantFrom(...rows.map((path) => `${path}/code`)), value: strangeCode })
// Without its only workflow a package has not even the right shape.
const removeRow = fc.record({ path: fc.constantFrom(...rows.filter((path) => path !== '/workflows/0')) })

const problemsOf = (json: unknown) => {
  const checked = checkPackage(json)
  return checked.ok ? [] : checked.problems
}

describe('no package with a dangling reference passes', () => {
  it('starts from a preset that has none, and many references', () => {
    expect(dangling(pkg)).toEqual([])
    expect(sites.length).toBeGreaterThan(400)
  })

  it('knows the same places as the second list, question keys of rules apart', () => {
    const known = referencesOf(small).filter((reference) => reference.kind !== 'question').map((reference) => reference.path)
    expect(known.sort()).toEqual([...sites].sort())
  })

  it('a reference replaced by a code that is nowhere is named at its place', () => {
    fc.assert(fc.property(replaceReference, (edit) => {
      const named = problemsOf(edited(pkg, edit)).filter((problem) => problem.code === 'unknownCode').map((problem) => problem.path)
      return named.includes(edit.path)
    }), { numRuns: 40 })
  }, 30_000)

  it('a row renamed or taken out is missed wherever it is named', () => {
    fc.assert(fc.property(fc.oneof(renameRow, removeRow), (edit) => {
      const changed = edited(pkg, edit)
      const missed = problemsOf(changed).filter((problem) => problem.code === 'unknownCode').map((problem) => problem.path)
      expect(missed.sort()).toEqual(dangling(changed).sort())
    }), { numRuns: 40 })
  }, 30_000)

  it('any few edits together never pass while something dangles', () => {
    const edits = fc.array<Edit>(fc.oneof(renameRow, replaceReference), { minLength: 1, maxLength: 4 })
    fc.assert(fc.property(edits, removeRow, (several, removal) => {
      const changed = [...several, removal].reduce<unknown>(edited, pkg)
      return dangling(changed).length === 0 || !checkPackage(changed).ok
    }), { numRuns: 40 })
  }, 30_000)
})

describe('checkPackage stands anything', () => {
  it('never throws, and finds fault with what is no package', () => {
    fc.assert(fc.property(fc.anything(), (value) => !checkPackage(value).ok), { numRuns: 200 })
  })

  it('never throws on a preset with one place turned into something else', () => {
    const anywhere = fc.constantFrom(...whole.map(({ path }) => path).filter((path) => path !== ''))
    fc.assert(fc.property(anywhere, fc.jsonValue({ maxDepth: 2 }), (path, value) => {
      const checked = checkPackage(edited(pkg, { path, value }))
      return checked.ok || checked.problems.every((problem) => problem.path === '' || problem.path.startsWith('/'))
    }), { numRuns: 40 })
  }, 30_000)
})
