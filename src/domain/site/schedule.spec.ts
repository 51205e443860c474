import { describe, expect, it } from 'vitest'
import { dueNow, scheduleFault } from './schedule'

describe("a page's dates", () => {
  it.each<[string, Parameters<typeof dueNow>[0], boolean, string | undefined]>([
    ['none', {}, false, undefined],
    ['a time to come', { publishAt: 101 }, false, undefined],
    ['the time itself', { publishAt: 100 }, false, 'publish'],
    ['a time gone by', { publishAt: 1 }, false, 'publish'],
    ['published already', { publishAt: 1 }, true, undefined],
    ['an end to come', { withdrawAt: 101 }, true, undefined],
    ['an end that has come', { withdrawAt: 100 }, true, 'withdraw'],
    ['both gone by in a standstill', { publishAt: 1, withdrawAt: 2 }, false, 'withdraw'],
    ['begun, its end to come', { publishAt: 1, withdrawAt: 200 }, false, 'publish'],
  ])('%s', (_name, times, published, due) => expect(dueNow(times, { published, now: 100 })).toBe(due))

  it.each<[Parameters<typeof scheduleFault>[0], string | undefined]>([
    [{}, undefined], [{ publishAt: 1 }, undefined], [{ withdrawAt: 1 }, undefined], [{ publishAt: 1, withdrawAt: 2 }, undefined], [{ publishAt: 2, withdrawAt: 2 }, 'order'], [{ publishAt: 3, withdrawAt: 2 }, 'order'],
  ])('%j: %s', (times, fault) => expect(scheduleFault(times)).toBe(fault))
})
