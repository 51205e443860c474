import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import zhForm from '../../i18n/zh/form.json'
import { anyForm, anyRaw, noiseForm } from './form.fixture'
import { renderPage, type RenderInput } from './render'
import { validatePage } from './validate'

const render = (more: Partial<RenderInput> = {}) => renderPage({ def: noiseForm, page: 0, lang: 'zh', words: zhForm, fields: {}, ...more })
const only = (key: string, more: Partial<RenderInput> = {}) => render(more).find((question) => question.key === key)!

describe('renderPage', () => {
  it('offers everything that may be reached, and says when it is needed', () => {
    expect(render().map(({ key, presence }) => [key, presence])).toEqual([['note', 'shown'], ['origin', 'shown'], ['atNight', 'maybe'], ['hours', 'maybe'], ['detail', 'shown']])
    expect(only('atNight').hints[0]?.text).toBe('如果“噪声从哪里来？”是“施工”，才需要填；不是就留空')
    expect(render({ page: 1, before: { origin: 'shop' } }).find(({ key }) => key === 'pictures')?.presence).toBe('maybe')
    expect(render({ page: 7 })).toEqual([])
  })

  it('shows and hides as the answers stand where JavaScript runs, without the hint', () => {
    const presence = (live: RenderInput['live']) => Object.fromEntries(render({ live }).map((question) => [question.key, question.presence]))
    expect(presence({})).toMatchObject({ atNight: 'hidden', hours: 'hidden', detail: 'shown' })
    expect(presence({ origin: 'works', atNight: true })).toMatchObject({ atNight: 'shown', hours: 'shown' })
    expect(presence({ origin: 'horns' })).toMatchObject({ origin: 'shown', detail: 'hidden' })
    expect(only('atNight', { live: { origin: 'works' } }).hints).toEqual([])
  })

  it('keeps what was typed as it was typed, and names the error', () => {
    const fields = { 'q.origin': 'works', 'q.atNight': 'no', 'q.hours': ' 九十 ', 'q.detail': '  吵 ' }
    const errors = [{ key: 'hours', code: 'notNumber' as const }, { key: 'detail', code: 'tooShort' as const, params: { min: 5, length: 1 } }]
    const hours = only('hours', { fields, errors })
    expect(hours.value).toBe(' 九十 ')
    expect(hours.error).toEqual({ id: 'e-q.hours', code: 'notNumber', text: '请只写数字，例如 12 或 3.5' })
    expect(hours.describedBy).toBe('h-q.hours.if h-q.hours.help h-q.hours.why e-q.hours')
    expect(only('detail', { fields, errors })).toMatchObject({ value: '  吵 ', error: { text: '写得太短了：至少5个字，现在1个' }, describedBy: 'e-q.detail h-q.detail.count' })
    expect(only('origin', { fields }).options.map(({ value, checked }) => [value, checked])).toEqual([['works', true], ['shop', false], ['horns', false]])
    expect(only('atNight', { fields }).options.map(({ value, label, checked }) => [value, label, checked])).toEqual([['yes', '是', false], ['no', '否', true]])
  })

  it('takes saved answers as well as fields', () => {
    const fields = { atNight: true, hours: 5, effects: ['sleep'], spot: { unit: 'u6', address: '6号楼' }, pictures: ['p1'], since: '2026-05-01' }
    expect(only('atNight', { fields }).options[0]?.checked).toBe(true)
    expect(only('hours', { fields }).value).toBe('5')
    const second = new Map(render({ page: 1, fields }).map((question) => [question.key, question]))
    expect(second.get('spot')).toMatchObject({ name: 'q.spot.address', id: 'f-q.spot', value: '6号楼', place: { unit: 'u6', unitName: 'q.spot.unit', unitId: 'f-q.spot.unit' } })
    expect(second.get('pictures')).toMatchObject({ name: 'q.pictures.files', photos: { idsName: 'q.pictures.ids', ids: ['p1'], max: 3 } })
    expect(second.get('since')).toMatchObject({ value: '2026-05-01', min: '2020-01-01', max: '2030-12-31' })
    expect(second.get('effects')?.options.map(({ checked }) => checked)).toEqual([true, false, false])
  })

  it('marks what may be left out, and counts what was written', () => {
    expect([only('origin').mark, only('detail').mark, only('note').mark]).toEqual(['', '（可不填）', ''])
    expect(only('detail').count?.text).toBe('最多20字')
    expect(only('detail', { live: { detail: ' 很吵😀 ' } }).count?.text).toBe('已写3字，最多20字')
  })

  it('gives every element an id of its own, and describes inputs by elements that are there', () => {
    fc.assert(fc.property(anyForm, anyRaw, fc.boolean(), (def, raw, live) => {
      def.pages.forEach((_page, page) => {
        const { errors, visible } = validatePage({ def, page, raw, before: {} })
        const model = renderPage({ def, page, lang: 'zh', words: zhForm, fields: raw, errors, ...(live ? { live: raw } : {}) })
        const made = model.flatMap(({ hints, error, count }) => [...hints.map(({ id }) => id), ...(error ? [error.id] : []), ...(count ? [count.id] : [])])
        const ids = [...made, ...model.flatMap(({ id, options, place }) => [id, ...options.slice(1).map((option) => option.id), ...(place ? [place.unitId] : [])])]
        expect(new Set(ids).size).toBe(ids.length)
        expect(model.flatMap(({ describedBy }) => describedBy?.split(' ') ?? []).sort()).toEqual(made.sort())
        expect(JSON.parse(JSON.stringify(model))).toEqual(JSON.parse(JSON.stringify(structuredClone(model))))
        if (live) expect(model.filter(({ presence }) => presence === 'shown').map(({ key }) => key)).toEqual(def.pages[page]!.questions.map(({ key }) => key).filter((key) => visible.includes(key)))
        expect(model.filter(({ error }) => error).map(({ key }) => key)).toEqual(errors.map(({ key }) => key))
      })
    }))
  })
})
