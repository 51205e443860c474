import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRow } from '@/db/rows'
import type { FormDef } from '@/domain/forms/types'
import { newRoutine } from '@/domain/routines/edit'
import type { Desk } from '@/services/desk/desk'
import { changeDetail } from '@/services/structure/changes/detail'
import { changesView, type ChangeLine } from '@/services/structure/changes/list'
import { createDraft, DRAFTS, listDrafts, publishDraft, readDraft, saveDraft } from '@/services/structure/drafts'
import { removeRow, saveRow } from '@/services/structure/saveRow'
import { undoChange } from '@/services/structure/undo'
import { SLUG } from '@/slugs'
import { deskOfUser } from '../helpers/deskOfUser'
import { makePeople, type People } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let people: People

beforeAll(async () => {
  portal = await openPortal()
  people = await makePeople(portal.payload)
})
afterAll(() => portal.close())

const desk = (lang: 'zh' | 'en' = 'zh'): Promise<Desk> => deskOfUser(portal.payload, people.as('owner').id, lang)

const form = (code: string, kind: 'longText' | 'yesNo' = 'longText'): FormDef => ({ code, name: { zh: '临时的表', en: 'A form for now' }, pages: [{ title: { zh: '第一页' }, questions: [{ key: 'q2', kind, label: { zh: '怎么回事', en: 'What happened' } }] }] })

const newest = async (lang: 'zh' | 'en' = 'zh'): Promise<ChangeLine> => {
  const line = (await changesView(await desk(lang), {})).lines[0]
  if (!line) throw new Error('no change')
  return line
}

describe('the list of changes', () => {
  it('tells of people, places and grants only those who see these: on the page, one by one and on REST', async () => {
    const [owner, publisher] = [await desk(), await deskOfUser(portal.payload, people.as('publisher').id)]
    expect([publisher.holds('structure.view'), publisher.holds('people.view'), publisher.holds('grants.view')]).toEqual([true, false, false])
    await saveRow(owner, { slug: SLUG.users, id: people.as('handler').id, data: { phone: '010-5555' } })
    const change = await findRow(portal, SLUG.changes, { where: { table: { equals: SLUG.users } }, sort: '-id' })
    const closed: readonly string[] = [SLUG.users, SLUG.memberships, SLUG.grants]
    const seen = async (who: Desk) => (await changesView(who, { table: SLUG.users })).lines.map(({ id }) => id)
    expect([(await seen(owner)).includes(change!.id), await seen(publisher)]).toEqual([true, []])
    expect((await changesView(publisher, {})).tables.filter(({ value }) => closed.includes(value))).toEqual([])
    await expect(changeDetail(publisher, change!.id)).rejects.toMatchObject({ code: 'notFound' })
    expect((await changeDetail(owner, change!.id)).change.id).toBe(change!.id)
    const read = async (who: Desk) => (await portal.payload.find({ collection: SLUG.changes, where: { table: { in: [...closed] } }, user: who.req.user, overrideAccess: false })).totalDocs
    expect([await read(owner) > 0, await read(publisher)]).toEqual([true, 0])
  })

  it('says of a form what its editor says, with who and why, and never a key', async () => {
    await createDraft(await desk(), { kind: 'form', definition: form('form-71') })
    await saveDraft(await desk(), { kind: 'form', key: 'form-71', definition: form('form-71', 'yesNo'), reason: '答起来快一点' })
    const line = await newest()
    expect(line).toMatchObject({ kind: 'updated', label: '临时的表', reason: '答起来快一点', by: (await desk()).me.name, values: [{ label: '第 1 页第 1 题「怎么回事」怎么回答', before: '一段文字', after: '是 / 否' }], more: 0 })
    expect(JSON.stringify((await newest('en')).values)).not.toMatch(/q2|longText|yesNo/)
    await publishDraft(await desk(), { kind: 'form', key: 'form-71', reason: '要用了' })
    expect(await newest()).toMatchObject({ kind: 'published', number: 1, reason: '要用了', values: [] })
  })

  it('says of a routine when it comes, with why', async () => {
    const def = { ...newRoutine('routine-71'), name: { zh: '看一遍' } }
    const row = (at: string) => ({ code: def.code, name: { zh: '看一遍', en: '' }, definition: { ...def, at, opens: { kind: 'matter', matterType: 'report', title: { zh: '看一遍' }, text: { zh: '把街面看一遍' }, answers: { danger: 'no', since: 'today' }, fills: [] } }, active: true })
    const id = await saveRow(await desk(), { slug: SLUG.routines, data: row('17:00') })
    await saveRow(await desk(), { slug: SLUG.routines, id, data: row('18:30'), reason: '下班晚了' })
    expect(await newest()).toMatchObject({ kind: 'updated', reason: '下班晚了', values: [{ label: '几点', before: '17:00', after: '18:30' }] })
    await removeRow(await desk(), { slug: SLUG.routines, id, reason: '不用了' })
    expect(await newest()).toMatchObject({ kind: 'deleted', reason: '不用了' })
  })
})

describe('a draft made by mistake', () => {
  const codes = async () => (await listDrafts(await desk(), 'form')).map(({ code }) => code)
  const remove = async (code: string) => removeRow(await desk(), { slug: DRAFTS.form, id: (await readDraft(await desk(), 'form', code)).id, reason: '建错了' })

  it('is removed, which is a change that is taken back', async () => {
    await createDraft(await desk(), { kind: 'form', definition: form('form-72') })
    await remove('form-72')
    expect(await codes()).not.toContain('form-72')
    const line = await newest()
    expect(line).toMatchObject({ kind: 'deleted', label: '临时的表', reason: '建错了', undo: 'can' })
    await undoChange(await desk(), line.id, '还要')
    expect(await codes()).toContain('form-72')
    expect((await readDraft<FormDef>(await desk(), 'form', 'form-72')).definition).toEqual(form('form-72'))
  })

  it('stays once it was published, and while something uses it', async () => {
    await createDraft(await desk(), { kind: 'form', definition: form('form-73') })
    await publishDraft(await desk(), { kind: 'form', key: 'form-73', reason: '要用' })
    await expect(remove('form-73')).rejects.toMatchObject({ code: 'conflict', detail: { inUse: true } })
    await expect(remove('report')).rejects.toMatchObject({ code: 'conflict', detail: { inUse: true } })
  })
})
