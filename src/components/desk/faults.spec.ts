import { describe, expect, it } from 'vitest'
import { ERROR_STATUS } from '../../domain/errors'
import { GUARDS } from '../../domain/workflow/types'
import { desk } from './desk.fixture'
import { faultWords, fieldWords } from './faults'

const zh = desk('zh')
const unknown = faultWords({ code: 'internal' }, zh).title

describe('faultWords', () => {
  it.each(Object.keys(ERROR_STATUS).filter((code) => !['internal', 'wrongCode', 'effortNeeded'].includes(code)))('has words of its own for %s', (code) => {
    expect(faultWords({ code }, zh).title).not.toBe(unknown)
    expect(faultWords({ code }, zh).advice).not.toContain('{')
  })

  it.each([...GUARDS])('says which rule stands in the way: %s', (guard) => {
    expect(faultWords({ code: 'guardFailed', detail: { guard } }, zh).title).not.toBe(faultWords({ code: 'guardFailed' }, zh).title)
  })

  it('falls back for what it does not know', () => {
    expect(faultWords({ code: 'strange' }, zh).title).toBe(unknown)
    expect(faultWords({ code: 'guardFailed', detail: { guard: 'strange' } }, zh).title).toBe(faultWords({ code: 'guardFailed' }, zh).title)
  })
})

it('says the first fault of each field', () => {
  const error = { code: 'invalid', fields: [{ field: 'reason', code: 'tooShort', params: { min: 2 } }, { field: 'reason', code: 'required' }, { field: 'x', code: 'strange' }] }
  expect(fieldWords(error, zh)).toEqual({ reason: '太短，至少 2 个字', x: '填的不对，请改一改' })
})
