import { describe, expect, it } from 'vitest'
import { add, FAILED, fromVitest, inWords, NONE, PASSED } from './counts.mjs'

const report = (passed, failed, skipped, files = []) => ({ numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped, numTodoTests: 0, testResults: files })
const file = (status, ...tests) => ({ status, assertionResults: tests.map((test) => ({ status: test })) })

describe('counts', () => {
  it.each([
    ['all passed', report(3, 0, 0, [file('passed', 'passed')]), 0, { passed: 3, failed: 0, skipped: 0 }],
    ['one failed', report(2, 1, 1, [file('failed', 'failed', 'passed')]), 1, { passed: 2, failed: 1, skipped: 1 }],
    ['a file that could not be loaded', report(2, 0, 0, [file('failed'), file('passed', 'passed')]), 1, { passed: 2, failed: 1, skipped: 0 }],
    ['a teardown that failed', report(2, 0, 0, [file('failed', 'passed', 'passed')]), 1, { passed: 2, failed: 1, skipped: 0 }],
    ['an unhandled rejection', report(2, 0, 0, [file('passed', 'passed')]), 1, { passed: 2, failed: 1, skipped: 0 }],
    ['no tests at all', report(0, 0, 0), 0, { passed: 0, failed: 1, skipped: 0 }],
    ['nothing but skipped', report(0, 0, 4), 0, { passed: 0, failed: 1, skipped: 4 }],
    ['no report', undefined, 1, { passed: 0, failed: 1, skipped: 0 }],
  ])('%s', (_name, given, code, expected) => expect(fromVitest(given, code)).toEqual(expected))

  it('add up and are told in one line', () => {
    const total = [PASSED, PASSED, FAILED].reduce(add, NONE)
    expect(inWords(total)).toBe('2 passed, 1 failed')
    expect(inWords({ ...total, skipped: 2 })).toBe('2 passed, 1 failed, 2 skipped')
  })
})
