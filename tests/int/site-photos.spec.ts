import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRow, findRows } from '@/db/rows'
import type { FormDef } from '@/domain/forms/types'
import { readBytes } from '@/services/photos/store'
import { startDraft, type Draft } from '@/services/site/report/draft'
import type { Upload } from '@/services/site/report/photos'
import { answersOf, photosInAnswers, submitQuestions } from '@/services/site/report/questions'
import { photoForReporter } from '@/services/site/track/photo'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { openPortal, type TestPortal } from '../helpers/portal'
import { samplePhoto, TEXT, upload, upToCheck, visitor } from '../helpers/siteReport'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

const matters = () => findRows({ payload: portal.payload }, SLUG.matters, { sort: 'id' })

describe('photos', () => {
  const asPng = (bytes: Buffer) => sharp(bytes).keepMetadata().png().toBuffer()
  const asWebp = (bytes: Buffer) => sharp(bytes).keepMetadata().webp().toBuffer()

  it('keeps the good ones and names each other with its reason', async () => {
    const browser = visitor(portal.payload)
    await upToCheck(browser)
    const tooLarge = Buffer.concat([samplePhoto('p1'), Buffer.alloc(11 * 1024 * 1024)])
    const files = [
      upload('a.jpg', samplePhoto('p1')), upload('b.png', await asPng(samplePhoto('p2'))), upload('film.mov', Buffer.from('ftypqt  not a picture')),
      upload('c.webp', await asWebp(samplePhoto('p3'))), upload('huge.jpg', tooLarge), upload('cut.jpg', samplePhoto('p2').subarray(0, 2000)),
    ]
    expect(await browser.post('photos', {}, files)).toMatchObject({ to: '/report/photos' })
    const draft = await browser.draft()
    expect(draft.photos).toHaveLength(3)
    expect(draft.refused).toEqual([
      { name: 'film.mov', code: 'unsupportedFile' },
      { name: 'huge.jpg', code: 'tooLarge', params: { max: '10 MB' } },
      { name: 'cut.jpg', code: 'broken' },
    ])
  })

  it('stores nothing of where and when, turned upright, whatever format it came in', async () => {
    const browser = visitor(portal.payload)
    await upToCheck(browser)
    await browser.post('photos', {}, [upload('a.jpg', samplePhoto('p1')), upload('b.png', await asPng(samplePhoto('p1'))), upload('c.webp', await asWebp(samplePhoto('p1')))])
    for (const id of (await browser.draft()).photos) {
      const bytes = await readBytes(id)
      const { format, exif, xmp, iptc, icc, orientation, width, height } = await sharp(bytes).metadata()
      expect({ format, exif, xmp, iptc, orientation }).toEqual({ format: 'jpeg', exif: undefined, xmp: undefined, iptc: undefined, orientation: undefined })
      expect(icc).toBeUndefined()
      expect(height).toBeGreaterThan(width)
      expect(bytes.includes('GPS')).toBe(false)
    }
  })

  it('takes no more than the type allows, and lets one be removed', async () => {
    const browser = visitor(portal.payload)
    await upToCheck(browser)
    const small = await sharp(samplePhoto('p2')).resize(40).jpeg().toBuffer()
    await browser.post('photos', {}, Array.from({ length: 8 }, (_, index) => upload(`${index}.jpg`, small)))
    const { photos, refused } = await browser.draft()
    expect(photos).toHaveLength(6)
    expect(refused).toEqual(['6.jpg', '7.jpg'].map((name) => ({ name, code: 'tooMany', params: { max: 6 } })))
    await browser.post('photos', { do: `remove:${photos[0] ?? ''}` })
    expect((await browser.draft()).photos).toEqual(photos.slice(1))
    await expect(readBytes(photos[0] ?? '')).rejects.toMatchObject({ code: 'notFound' })
  })

  it('are shown to their own browser only, and go with the matter', async () => {
    const { payload } = portal
    const [browser, other] = [visitor(payload), visitor(payload)]
    await upToCheck(browser)
    await other.post('describe', { text: TEXT })
    await browser.post('photos', {}, [upload('a.jpg', samplePhoto('p2'))])
    const [id = ''] = (await browser.draft()).photos
    const ask = (draft: string | undefined) => photoForReporter({ payload, id, draft, session: undefined })
    expect((await sharp(await ask(browser.token())).metadata()).format).toBe('jpeg')
    await expect(ask(other.token())).rejects.toMatchObject({ code: 'notFound' })
    await expect(ask(undefined)).rejects.toMatchObject({ code: 'notFound' })
    expect(await other.post('photos', { do: `remove:${id}` })).toMatchObject({ to: '/report/photos' })
    expect(await readBytes(id)).toBeInstanceOf(Buffer)
    await browser.post('check', { do: 'send' })
    const row = await findRow({ payload }, SLUG.attachments, { where: { id: { equals: id } } })
    expect(row).toMatchObject({ matter: (await matters()).at(-1)?.id, draft: null, visibility: 'reporter', stage: 'report' })
    await expect(ask(browser.token())).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('photos at a question of a form', () => {
  const form: FormDef = {
    code: 'x', name: { zh: '表' },
    pages: [{ title: { zh: '页' }, questions: [{ key: 'meter', kind: 'photo', label: { zh: '电表照片' }, required: true, maxChoices: 2 }] }],
  }
  const ask = async (draft: Draft, files: Upload[], token: string) =>
    submitQuestions({ payload: portal.payload, model: await needModel(portal.payload), form, token, draft, fields: { page: ['1'], 'q.meter.ids': draft.fields['q.meter.ids'] ? [draft.fields['q.meter.ids']].flat() : [] }, act: 'next', files })

  it('are taken in, named when refused, and answer the question', async () => {
    const { token, draft } = startDraft('zh')
    const small = await sharp(samplePhoto('p2')).resize(40).jpeg().toBuffer()
    const empty = await ask(draft, [], token)
    expect(empty.draft.faults?.errors).toEqual([{ field: 'q.meter', code: 'required' }])
    const mixed = await ask(empty.draft, [upload('a.jpg', small, 'q.meter.files'), upload('b.txt', Buffer.from('no picture'), 'q.meter.files'), upload('c.jpg', small, 'q.other.files')], token)
    expect(mixed.draft.faults?.errors).toEqual([{ field: 'q.meter', code: 'photo.unsupportedFile', params: { name: 'b.txt' } }])
    const answered = await ask(mixed.draft, [upload('d.jpg', small, 'q.meter.files')], token)
    expect(answered.draft.faults).toBeUndefined()
    expect(answersOf(form, answered.draft).meter).toHaveLength(2)
    expect(photosInAnswers(form, answersOf(form, answered.draft))).toEqual(answered.draft.fields['q.meter.ids'])
    const full = await ask(answered.draft, [upload('e.jpg', small, 'q.meter.files')], token)
    expect(full.draft.faults?.errors).toEqual([{ field: 'q.meter', code: 'photo.tooMany', params: { max: 2, name: 'e.jpg' } }])
  })
})
