import { expect, it } from 'vitest'
import { isAskable, isRoutine } from './origin'

const row = (given: Partial<Parameters<typeof isAskable>[0]>) => ({ idempotencyKey: 'o1:4f0c', ...given })

it.each([
  ['a resident’s own report', {}, true],
  ['taken down by staff', { registeredBy: 'p1' }, false],
  ['taken down by staff, with a telephone', { registeredBy: 'p1', hasContact: true }, true],
  ['opened by a routine', { idempotencyKey: 'o1:routine-daily-2026-03-02' }, false],
  ['taken down by staff with a key that looks like a routine’s', { idempotencyKey: 'o1:routine-x', registeredBy: 'p1', hasContact: true }, true],
])('%s', (_what, given, expected) => expect(isAskable(row(given))).toBe(expected))

it('takes for a routine’s only what nobody registered', () => {
  expect(isRoutine(row({ idempotencyKey: 'o1:routine-daily' }))).toBe(true)
  expect(isRoutine(row({ idempotencyKey: 'o1:routine-daily', registeredBy: 'p1' }))).toBe(false)
})
