import { describe, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { live } from './schedule'
import type { Life } from './types'

describe('many lives at once', () => {
  const told: [string, number][] = []
  async function* life(name: string, ...sleeps: number[]): Life {
    told.push([name, now()])
    for (const at of sleeps) {
      yield at
      told.push([name, now()])
    }
  }

  it('are lived in the order of their instants, by a clock set to each, until the end', async () => {
    told.length = 0
    await live({ lives: [{ at: 10, life: life('a', 30, 50, 99) }, { at: 20, life: life('b', 40, 60) }, { at: 70, life: life('c') }], until: 60 })
    expect(told).toEqual([['a', 10], ['b', 20], ['a', 30], ['b', 40], ['a', 50], ['b', 60]])
    expect(Math.abs(now() - Date.now())).toBeLessThan(1000)
  })

  it('never go back, and do nothing twice in one instant', async () => {
    told.length = 0
    await live({ lives: [{ at: 10, life: life('a', 10, 5) }], until: 60 })
    expect(told).toEqual([['a', 10], ['a', 11], ['a', 12]])
  })

  it('are lived in stretches, none of them empty', async () => {
    told.length = 0
    const stretches: number[] = []
    const sleeps = Array.from({ length: 99 }, (_, index) => 11 + index)
    await live({
      lives: [{ at: 10, life: life('a', ...sleeps) }], until: 1000,
      stretch: async (body) => {
        const before = told.length
        await body()
        stretches.push(told.length - before)
      },
    })
    expect(told).toHaveLength(100)
    expect(stretches).toEqual([40, 40, 20])
  })

  it('end with the first that fails, and the clock is back', async () => {
    async function* failing(): Life {
      yield 20
      throw new Error('a fault')
    }
    await expect(live({ lives: [{ at: 10, life: failing() }], until: 60 })).rejects.toThrow('a fault')
    expect(Math.abs(now() - Date.now())).toBeLessThan(1000)
  })
})
