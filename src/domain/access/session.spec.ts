import { describe, expect, it } from 'vitest'
import { deviceOf } from './device'
import { crowdedOut, isFresh, sessionStage } from './session'

const MINUTE = 60_000
const NOW = 1_800_000_000_000

const stage = ({ left = 60, unseen = 0, passed = false, has = false, required = false, idle = 30 }) =>
  sessionStage({
    session: { expiresAt: NOW + left * MINUTE, lastSeenAt: NOW - unseen * MINUTE, ...(passed ? { passedAt: NOW } : {}) },
    limits: { idle: idle * MINUTE }, factor: { has, required }, now: NOW,
  })

describe('sessionStage', () => {
  it.each([
    [{}, 'open'], [{ unseen: 30 }, 'open'], [{ unseen: 31 }, 'over'], [{ unseen: 3000, idle: 0 }, 'open'], [{ left: 0 }, 'over'], [{ left: -1, idle: 0, passed: true }, 'over'],
    [{ has: true }, 'code'], [{ has: true, passed: true }, 'open'], [{ has: true, required: true }, 'code'], [{ required: true }, 'setup'],
    // what was passed belonged to a second factor that is gone: a new one is to be set up
    [{ required: true, passed: true }, 'setup'], [{ has: true, passed: true, unseen: 31 }, 'over'],
  ] as const)('%j: %s', (given, expected) => expect(stage(given)).toBe(expected))
})

describe('isFresh', () => {
  it.each([[0, true], [10, true], [10.1, false]])('%d minutes ago: %s', (ago, fresh) => expect(isFresh({ provenAt: NOW - ago * MINUTE, window: 10 * MINUTE, now: NOW })).toBe(fresh))
})

describe('crowdedOut', () => {
  const sessions = [3, 1, 2].map((age) => ({ id: `s${age}`, lastSeenAt: NOW - age * MINUTE }))
  it.each([[0, []], [4, []], [3, ['s3']], [2, ['s2', 's3']], [1, ['s1', 's2', 's3']]])('at most %d: %j go', (most, gone) => expect(crowdedOut(sessions, most)).toEqual(gone))
})

describe('deviceOf', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0', 'edge', 'windows'],
    ['Mozilla/5.0 (Linux; Android 14; X) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0', 'wechat', 'android'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1', 'safari', 'ios'],
    ['Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0 Safari/537.36', 'chrome', 'harmony'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0', 'firefox', 'mac'],
    ['curl/8.5.0', 'other', 'other'], [undefined, 'other', 'other'],
  ])('%s', (agent, browser, system) => expect(deviceOf(agent)).toEqual({ browser, system }))
})
