import { expect, it } from 'vitest'
import { t } from '@/i18n'
import type { Desk } from '../desk'
import { eventText } from './events'
import type { EventRow, Loaded } from './load'

const desk = { lang: 'zh', t: (key: string, params?: Record<string, string>) => t('zh', `staff.${key}` as never, params), say: () => '', model: { tags: { byCode: new Map() } } } as unknown as Desk
const loaded = { family: { parts: [], merged: [] }, named: [], events: [], then: new Map() } as unknown as Loaded
const act = (action: string, data: Record<string, unknown>): EventRow => ({ id: 'e', seq: 1, round: 1, at: '2026-03-02T01:00:00Z', kind: 'system', action, actorKind: 'rule', data })

it.each([
  ['a rule that proposed a team', act('routingProposed', { mode: 'proposed', rule: 'a', team: 't' }), '提议了承办人'],
  ['a rule that proposed a unit', act('routingProposed', { mode: 'proposed', rule: null, unit: 'u', team: null, person: null }), '提议了承办人'],
  ['no rule, and nobody', act('routingProposed', { mode: 'none', rule: null, team: null, unit: null, person: null }), '没有找到承办人'],
  ['photos for the reporter', act('attach', { visibility: 'reporter', photos: ['a', 'b'] }), '加了 2 张照片，报告人看得到'],
])('%s is told as what it was', (_what, event, text) => expect(eventText(event, loaded, desk)).toBe(text))
