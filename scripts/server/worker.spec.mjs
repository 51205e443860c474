import { expect, it, vi } from 'vitest'
import { onlyHealth } from './worker.mjs'

it.each([
  ['/healthz', true], ['/readyz', true], ['/readyz?x=1', true], ['/metrics', true],
  ['/', false], ['/desk', false], ['/api/matters', false], ['/healthz/../desk', false], ['/healthzz', false], ['//healthz', false],
])('a process that only works answers %s: %s', (url, answered) => {
  const [answer, refuse] = [vi.fn(), vi.fn()]
  onlyHealth({ answer, refuse })({ url }, {})
  expect([answer.mock.calls.length, refuse.mock.calls.length]).toEqual(answered ? [1, 0] : [0, 1])
  if (!answered) expect(refuse.mock.calls[0][0]).toMatchObject({ status: 404 })
})
