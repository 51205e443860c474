import { describe, expect, it } from 'vitest'
import { together } from './effects'

const effect = (open: number, others: string[] = []) => ({ below: 1, open, here: open, done: 2, coverage: 3, others })

describe('the effect of a change of several units', () => {
  it('is nothing without units', () => {
    expect(together([])).toEqual({ below: 0, open: 0, here: 0, done: 0, coverage: 0, others: [] })
  })

  it('adds up what moves and names what else points to them once', () => {
    expect(together([effect(2, ['台账条目']), effect(5, ['台账条目', '授权'])])).toEqual({ below: 2, open: 7, here: 7, done: 4, coverage: 6, others: ['台账条目', '授权'] })
  })
})
