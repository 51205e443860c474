import { describe, expect, it } from 'vitest'
import { ERROR_STATUS } from '../../domain/errors'
import { DICTIONARIES, tMaybe } from '../../i18n'
import { fileSize } from './bytes'
import { duration, wait } from './duration'
import { fieldErrors } from './fieldErrors'
import { pageTitle, stepTitle } from './title'

describe('fieldErrors', () => {
  it.each([
    ['text', 'required', {}, '请写一写发生了什么，一句话也行'],
    ['text', 'tooLong', { max: 1000 }, '写得太长了，最多1000字'],
    ['addText', 'required', {}, '请写一写发生了什么，一句话也行'],
    ['addPhotos', 'tooMany', { max: 6 }, '最多6张'],
    ['phone', 'pattern', {}, '电话号码不对，应是11位手机号或带区号的座机'],
    ['unheard', 'unheard', {}, '这一项不对，请检查'],
  ])('%s %s', (field, code, params, expected) => {
    expect(fieldErrors('zh', [{ field, code, params }])).toEqual([{ field, message: expected }])
  })

  it('falls back to the words of forms for the type’s own questions', () => {
    expect(fieldErrors('en', [{ field: 'lamps', code: 'notNumber' }])[0]?.message).toBe(tMaybe('en', 'form.notNumber'))
  })
})

describe('sizes and spans', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [217_000, '212 KB'],
    [1_468_006, '1.4 MB'],
    [10 * 1024 * 1024, '10 MB'],
  ])('%d bytes', (bytes, expected) => {
    expect(fileSize(bytes)).toBe(expected)
  })

  it.each([
    [90, '90天'],
    [365, '1年'],
    [1095, '3年'],
    [400, '400天'],
  ])('%d days', (days, expected) => {
    expect(duration('zh', days)).toBe(expected)
  })

  it.each([
    [0, '1 minute'],
    [95, '2 minutes'],
    [3600, '1 hour'],
    [3601, '2 hours'],
  ])('%d seconds', (seconds, expected) => {
    expect(wait('en', seconds)).toBe(expected)
  })
})

describe('titles', () => {
  it('names the page first and the office last', () => {
    const steps = ['describe', 'where', 'photos', 'contact', 'check'] as const
    expect(pageTitle(stepTitle('zh', { step: 'photos', steps }), undefined, '某街道')).toBe('第3步，共5步：照片 · 我要反映 · 某街道')
  })
})

describe('error page', () => {
  /** Staff's own faults, which residents never meet. */
  const STAFF_ONLY = ['verifierHandled', 'guardFailed', 'proofNeeded']

  it.each(Object.keys(ERROR_STATUS).filter((code) => !STAFF_ONLY.includes(code)))('has words for %s', (code) => {
    for (const part of ['title', 'text', 'todo']) expect(tMaybe('zh', `site.errorPage.${code}.${part}`)).toBeTruthy()
  })
})

// An office may be of a town or of a grassland: what residents read fits both.
describe('what residents read', () => {
  it.each([
    ['zh', /小区|楼|路灯|灯杆|井盖|街巷|路口|门牌|单元/],
    ['en', /\b(estate|building|lamp|lane|door|manhole|entrance)s?\b/i],
  ] as const)('takes no town for granted: %s', (lang, town) => {
    expect([...DICTIONARIES[lang]].filter(([key, text]) => /^(site|resident|common)\./.test(key) && town.test(text))).toEqual([])
  })
})
