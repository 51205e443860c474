import { describe, expect, it } from 'vitest'
import { run } from './run.mjs'
import { elapsed } from './say.mjs'

describe('elapsed', () => {
  it.each([[0, '0 ms'], [999.4, '999 ms'], [1000, '1.0 s'], [59_940, '59.9 s'], [60_000, '1 min 00 s'], [185_000, '3 min 05 s']])('%d ms: %s', (ms, text) => expect(elapsed(ms)).toBe(text))
})

const node = (code, more = {}) => run({ file: process.execPath, args: ['-e', code], ...more })

describe('run', () => {
  it('hands over every line of both streams and the exit code', async () => {
    const lines = []
    const { code, tail } = await node("console.log('a\\nb'); console.warn('c'); process.exit(3)", { onLine: (line) => lines.push(line) })
    expect(lines.sort()).toEqual(['a', 'b', 'c'])
    expect(tail.sort()).toEqual(['a', 'b', 'c'])
    expect(code).toBe(3)
  })

  it('tells that it still runs', async () => {
    let ticks = 0
    await node('setTimeout(() => undefined, 300)', { tickMs: 50, onTick: () => (ticks += 1) })
    expect(ticks).toBeGreaterThan(1)
  })

  it('does not take a killed program for a good one', async () => {
    expect((await node("process.kill(process.pid, 'SIGKILL')")).code).toBe(1)
  })

  it('fails for a program that does not exist', async () => {
    await expect(run({ file: '/nonexistent', args: [] })).rejects.toThrow('ENOENT')
  })
})
