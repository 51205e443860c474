import { describe, expect, it } from 'vitest'
import { checkPackage } from './check'
import { edited, preset, presetJson, type Edit } from './preset.fixture'

const pkg = preset()
const index = (rows: readonly { code: string }[], code: string) => rows.findIndex((row) => row.code === code)
const role = (exclusive: string) => pkg.roles.findIndex((row) => row.exclusive === exclusive)
const flow = '/workflows/0'
const peoplePage = pkg.pages.findIndex((page) => page.blocks.some((block) => block.type === 'people'))
const peopleBlock = `/pages/${peoplePage}/blocks/${pkg.pages[peoplePage]?.blocks.findIndex((block) => block.type === 'people')}`
const linkBlock = `/pages/0/blocks/${pkg.pages[0]?.blocks.findIndex((block) => block.type === 'links')}`
const withCodes = (field: string) =>
  pkg.routing.rules.flatMap((rule, i) => rule.conditions.flatMap((row, j) => (row.field === field ? [`/routing/rules/${i}/conditions/${j}`] : [])))[0]
const resultOf = (kind: string) => `/routing/rules/${pkg.routing.rules.findIndex((rule) => rule.result.kind === kind)}/result`
const limitWith = (key: 'category' | 'cites') => `/limits/limits/${pkg.limits.limits.findIndex((limit) => limit[key] !== undefined)}/${key}`
const child = pkg.categories.findIndex((row) => row.parent !== undefined)
const root = pkg.categories.findIndex((row) => row.code === pkg.categories[child]?.parent)
const replyWith = (key: 'categories' | 'steps') => `/standardReplies/${pkg.standardReplies.findIndex((row) => row[key] !== undefined)}/${key}/0`
const sized = pkg.levels[1]?.staffing.findIndex((rule) => rule.kind === 'size')

type Row = [what: string, edit: Edit, path: string, code: string]

const misshapen: Row[] = [
  ['nothing at all', { path: '', value: null }, '', 'wrongType'],
  ['a list', { path: '', value: [] }, '', 'wrongType'],
  ['another format', { path: '/schemaVersion', value: 4 }, '/schemaVersion', 'notOffered'],
  ['no seal of the office', { path: '/office/seal' }, '/office/seal', 'missing'],
  ['no rules of routing', { path: '/routing' }, '/routing', 'missing'],
  ['people in a unit', { path: '/units/1/officers', value: ['somebody'] }, '/units/1', 'unknownKey'],
  ['an id', { path: '/teams/0/id', value: '01J' }, '/teams/0', 'unknownKey'],
  ['a code with a space', { path: '/units/1/code', value: 'a b' }, '/units/1/code', 'badFormat'],
  ['words without Chinese', { path: '/teams/0/name', value: { en: 'Team' } }, '/teams/0/name/zh', 'missing'],
  ['blank words', { path: '/teams/0/name/zh', value: '  ' }, '/teams/0/name/zh', 'badFormat'],
  ['a severity of five', { path: '/categories/0/severity', value: 5 }, '/categories/0/severity', 'outOfRange'],
  ['a source of another kind', { path: '/sources/0/kind', value: 'camera' }, '/sources/0/kind', 'notOffered'],
  ['a permission nobody knows', { path: '/roles/0/permissions/0', value: 'everything' }, '/roles/0/permissions/0', 'notOffered'],
  ['a block of another type', { path: '/pages/0/blocks/0/type', value: 'iframe' }, '/pages/0/blocks/0/type', 'notOffered'],
  ['a link that runs a script', { path: `${linkBlock}/items/0/href`, value: 'javascript:alert(1)' }, `${linkBlock}/items/0/href`, 'badFormat'],
  ['a day that is none', { path: '/calendarDays/0/date', value: '2026-02-30' }, '/calendarDays/0/date', 'badFormat'],
  ['a working time in words', { path: '/week/1/0/from', value: 'nine' }, '/week/1/0/from', 'wrongType'],
  ['an operator nobody knows', { path: `${withCodes('category')}/op`, value: 'matches' }, `${withCodes('category')}/op`, 'notOffered'],
  ['seven photos', { path: '/matterTypes/0/maxPhotos', value: 7 }, '/matterTypes/0/maxPhotos', 'outOfRange'],
  ['a colour by name', { path: '/office/brand', value: { brand: 'red' } }, '/office/brand/brand', 'badFormat'],
]

const gone = 'not-here'
const dangling: [what: string, path: string, value?: string][] = [
  ['a level', '/units/3/level'], ['a parent unit', '/units/3/parent'], ['a parent category', `/categories/${child}/parent`],
  ['a category’s type', '/categories/0/matterType'], ['a category’s lead', '/categories/0/lead'],
  ['a type’s form', '/matterTypes/0/form'], ['a type’s workflow', '/matterTypes/0/workflow'],
  ['a limit’s category', limitWith('category')], ['a limit’s document', limitWith('cites'), `${gone}#1`], ['a limit’s clause', limitWith('cites'), 'supervision#99'],
  ['a transition’s clause', `${flow}/transitions/0/cites`, `${gone}#2`],
  ['a rule’s category', `${withCodes('category')}/codes/0`], ['a rule’s unit', `${withCodes('unit')}/codes/0`],
  ['a rule’s type', `${withCodes('matterType')}/codes/0`], ['a rule’s source', `${withCodes('source')}/codes/0`],
  ['a rule’s team', `${resultOf('team')}/team`], ['a rule’s target unit', `${resultOf('unit')}/unit`], ['a rule’s post', `${resultOf('unitPost')}/post`],
  ['a bound team', '/ruleDocuments/0/boundTeams/0'], ['a notice’s column', '/notices/0/column'], ['a post on a page', `${peopleBlock}/items/0/post`],
  ['a reply’s category', replyWith('categories')], ['a reply’s step', replyWith('steps')], ['a staffing rule’s post', `/levels/1/staffing/${sized}/post`],
]

const sense: Row[] = [
  ['a unit’s code twice', { path: '/units/2/code', value: pkg.units[1]?.code }, '/units/2/code', 'duplicate'],
  ['a level’s order twice', { path: '/levels/1/order', value: 1 }, '/levels/1/order', 'duplicate'],
  ['a number prefix twice', { path: '/matterTypes/1/prefix', value: pkg.matterTypes[0]?.prefix }, '/matterTypes/1/prefix', 'duplicate'],
  ['a page’s address twice', { path: '/pages/1/slug', value: pkg.pages[0]?.slug }, '/pages/1/slug', 'duplicate'],
  ['a day twice', { path: '/calendarDays/1/date', value: pkg.calendarDays[0]?.date }, '/calendarDays/1/date', 'duplicate'],
  ['a clause twice', { path: '/ruleDocuments/0/clauses/1/code', value: '1' }, '/ruleDocuments/0/clauses/1/code', 'duplicate'],
  ['a unit above itself', { path: '/units/1/parent', value: pkg.units[1]?.code }, '/units/1/parent', 'cycle'],
  ['a circle of units', { path: '/units/0/parent', value: pkg.units[3]?.code }, '/units/0/parent', 'cycle'],
  ['a circle of categories', { path: `/categories/${root}/parent`, value: pkg.categories[child]?.code }, `/categories/${root}/parent`, 'cycle'],
  ['a unit beside its parent', { path: '/units/2/level', value: pkg.units[1]?.level }, '/units/2/level', 'levelOrder'],
  ['a root below the top', { path: '/units/0/level', value: pkg.levels[1]?.code }, '/units/0/level', 'levelOrder'],
  ['granting by the owner', { path: `/roles/${role('owner')}/permissions/0`, value: 'grants.edit' }, `/roles/${role('owner')}/permissions/0`, 'separation'],
  ['watching by the owner', { path: `/roles/${role('owner')}/permissions/3`, value: 'audit.view' }, `/roles/${role('owner')}/permissions/3`, 'separation'],
  ['structure by security', { path: `/roles/${role('security')}/permissions/0`, value: 'structure.edit' }, `/roles/${role('security')}/permissions/0`, 'separation'],
  ['changes by the auditor', { path: `/roles/${role('audit')}/permissions/0`, value: 'matter.reply' }, `/roles/${role('audit')}/permissions/0`, 'separation'],
  ['no auditor', { path: `/roles/${role('audit')}/exclusive` }, '/roles', 'roleMissing'],
  ['a team of at least ten and at most two', { path: '/teams/0/size', value: { min: 10, max: 2 } }, '/teams/0/size', 'badRange'],
]

const refused: [what: string, edit: Edit, path: string, rule: string][] = [
  ['a form that asks for an identity number', { path: '/forms/0/pages/0/questions/1/label', value: { zh: '您的身份证号' } }, '/forms/0/pages/0/questions/1/label', 'refused'],
  ['a question that depends on a later one', { path: '/forms/0/pages/0/questions/0/showIf', value: { match: 'all', rows: [{ question: 'since', op: 'answered' }] } }, '/forms/0/pages/0/questions/0/showIf/rows/0', 'forwardReference'],
  ['a transition into nowhere', { path: `${flow}/transitions/0/to`, value: gone }, `${flow}/transitions/0/to`, 'unknownStep'],
  ['a verifier who may be the handler', { path: `${flow}/transitions/${index(pkg.workflows[0]?.transitions ?? [], 'verify')}/guards`, value: [] }, `${flow}/transitions/${index(pkg.workflows[0]?.transitions ?? [], 'verify')}/guards`, 'verifyWithoutNotHandler'],
  ['two limits for one subject', { path: '/limits/limits/1/clock', value: 'accept' }, '/limits/limits/1', 'sameSubjectTwice'],
  ['a rule that looks for nothing', { path: withCodes('category') ?? '', value: { field: 'text', op: 'containsAny', words: ['\u200b'] } }, withCodes('category') ?? '', 'noWords'],
  ['a time zone nobody knows', { path: '/office/timeZone', value: 'Mars/Olympus' }, '/office/timeZone', 'timeZoneUnknown'],
  ['working hours that overlap', { path: '/week/2/1/from', value: 600 }, '/week/2', 'spansOverlap'],
  ['a gap between levels', { path: '/levels/3/order', value: 6 }, '/levels/3', 'orderGap'],
  ['an open boundary', { path: '/units/1/boundary/coordinates/0/4', value: [116, 39] }, '/units/1/boundary', 'ringOpen'],
]

const problemsAfter = (edit: Edit) => {
  const checked = checkPackage(edited(presetJson, edit))
  return checked.ok ? [] : checked.problems
}

describe('checkPackage names what is wrong and where', () => {
  it.each(misshapen)('shape: %s', (_what, edit, path, code) => {
    expect(problemsAfter(edit)).toEqual([expect.objectContaining({ path, code })])
  })

  it.each(dangling)('points at nothing: %s', (_what, path, value = gone) => {
    expect(problemsAfter({ path, value })).toContainEqual(expect.objectContaining({ path, code: 'unknownCode', params: expect.objectContaining({ value }) }))
  })

  it.each(sense)('sense: %s', (_what, edit, path, code) => {
    expect(problemsAfter(edit)).toContainEqual(expect.objectContaining({ path, code }))
  })

  it.each(refused)('refused by its engine: %s', (_what, edit, path, rule) => {
    expect(problemsAfter(edit)).toContainEqual(expect.objectContaining({ path, code: 'refused', params: expect.objectContaining({ rule }) }))
  })

  it('says which fault lies where inside a condition that may be a row or a group', () => {
    const at = pkg.forms[0]?.pages[0]?.questions.findIndex((question) => question.showIf)
    const path = `/forms/0/pages/0/questions/${at}/showIf/rows/0/question`
    expect(problemsAfter({ path, value: '1st' })).toEqual([expect.objectContaining({ path, code: 'badFormat' })])
  })
})
