import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setClock } from './clock'
import { logFile } from './logFile'

const DAY = 86_400_000
let at = Date.parse('2026-03-02T10:00:00.000Z')
let home = ''

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'portal-log-'))
  setClock(() => at)
})
afterEach(() => {
  setClock()
  rmSync(home, { recursive: true })
})

describe('log files', () => {
  it('are one a day, for the portal alone', () => {
    const folder = path.join(home, 'log')
    const write = logFile({ folder, keepDays: 400 }, () => undefined)
    write('one\n')
    write('two\n')
    at += DAY
    write('three\n')
    expect(readdirSync(folder)).toEqual(['portal-2026-03-02.log', 'portal-2026-03-03.log'])
    expect(readFileSync(path.join(folder, 'portal-2026-03-02.log'), 'utf8')).toBe('one\ntwo\n')
    expect(readdirSync(folder).map((name) => statSync(path.join(folder, name)).mode & 0o777)).toEqual([0o600, 0o600])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('go when they are older than they must be kept, and nothing else goes', () => {
    const write = logFile({ folder: home, keepDays: 400 }, () => undefined)
    for (const age of [399, 400, 401, 900]) writeFileSync(path.join(home, `portal-${new Date(at - age * DAY).toISOString().slice(0, 10)}.log`), '')
    for (const other of ['portal-2020-01-01.log.gz', 'portal.log', 'notes.txt']) writeFileSync(path.join(home, other), '')
    write('now\n')
    expect(readdirSync(home).length).toBe(3 + 3)
    at += DAY
    write('next day\n')
    expect(readdirSync(home).length).toBe(3 + 3)
  })

  it('that cannot be written stop nobody, and say so once a minute', () => {
    const onFault = vi.fn()
    writeFileSync(path.join(home, 'file'), '')
    const write = logFile({ folder: path.join(home, 'file', 'below'), keepDays: 400 }, onFault)
    write('one\n')
    write('two\n')
    expect(onFault).toHaveBeenCalledTimes(1)
    at += 60_000
    write('three\n')
    expect(onFault).toHaveBeenCalledTimes(2)
  })
})
