import { words } from '../../i18n'
import type { Lang } from '../../domain/words'
import type { ClockVM, DeskFrameVM, MatterRow, MatterVM, NewMatterVM, QueueVM } from './types'
import { makeDesk, type Desk } from './words'

/** Tuesday 2026-11-24 10:42 in Shanghai. */
export const NOW = Date.UTC(2026, 10, 24, 2, 42)
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const settings = (lang: Lang = 'zh') => ({ lang, now: NOW, timeZone: 'Asia/Shanghai', words: words(lang, 'desk') as Record<string, string> })
export const desk = (lang: Lang = 'zh'): Desk => makeDesk(settings(lang))

export const frame = (lang: Lang = 'zh'): DeskFrameVM => ({
  ...settings(lang), office: { name: '样例街道', seal: '样' }, me: { name: '王一' }, searchHref: '/desk/queue', here: 'queue',
  nav: [
    { key: 'first', name: '首页', href: '/desk', icon: 'home', place: 'bar' }, { key: 'queue', name: '队列', href: '/desk/queue', icon: 'list', place: 'bar' },
    { key: 'new', name: '登记来件', href: '/desk/new', icon: 'plus', place: 'button' },
  ],
})

export const clock = (change: Partial<ClockVM> = {}): ClockVM => ({
  code: 'resolve', name: '办结', state: 'running', soon: false, unit: 'workingHours', limitMinutes: 2400, usedMinutes: 900, leftMinutes: 1500, pausedMinutes: 0, dueAt: NOW + 2 * DAY, ...change,
})

export const row = (change: Partial<MatterRow> = {}): MatterRow => ({
  id: 'm1', number: 'A26-00001', title: '路灯不亮', href: '/desk/matters/m1', revision: 3, category: { id: 'c1', name: '照明', above: ['设施'] }, phase: 'handling', step: '处理中',
  owner: { team: { id: 't1', name: '一队' } }, clock: clock(), source: '电话', receivedAt: NOW - DAY, updatedAt: NOW - HOUR, returns: 0, tags: [], ...change,
})

export const queue = (change: Partial<QueueVM> = {}): QueueVM => ({
  query: {}, page: { rows: [row(), row({ id: 'm2', number: 'A26-00002', owner: null, clock: undefined })], counts: { all: 2, late: 0, soon: 0, paused: 0 }, at: NOW }, views: [],
  options: { categories: [], phases: [{ code: 'handling', name: '处理' }], steps: [], teams: [{ id: 't1', name: '一队' }], sources: [], tags: [], named: { u1: '东片' } },
  can: { assign: true, tag: true, saveView: true }, teams: [], href: '/desk/queue', ...change,
})

const MAY = { note: true, reply: true, tag: true, untag: true, assignParty: true, endParty: true, claim: true, assign: true, merge: true, undoMerge: true, split: true, correct: true, restrict: true, attach: true, attachmentVisibility: true, reveal: true, notSame: true }

export const matter = (change: Partial<MatterVM> = {}): MatterVM => ({
  keeping: { title: '保存期限', lines: [], open: '保存多久、暂不销毁、删除要求', href: '/desk/retention/matter/m1' },
  id: 'm1', number: 'A26-00001', title: '路灯不亮', revision: 3, type: '诉求', category: { id: 'c1', name: '照明', above: ['设施'] }, source: '电话', receivedAt: NOW - DAY, restricted: false,
  publicity: '只有报告人可见', round: 1, returns: 0, stepName: '处理中', phases: [{ phase: 'intake', name: '受理', state: 'past', at: NOW - DAY }, { phase: 'handling', name: '处理', state: 'here', at: NOW - HOUR }],
  clocks: [clock()], actions: [
    { code: 'done', name: '办完', tone: 'main', inputs: [{ key: 'reply', kind: 'text', role: 'reply', required: true, label: '答复' }] },
    { code: 'verify', name: '核查', tone: 'normal', inputs: [], blocked: '办过这件的人不能做这一步，请换一个人' },
    { code: 'reassign', name: '改派', tone: 'normal', inputs: [{ key: 'lead', kind: 'lead', role: 'lead', required: true, label: '主办' }] },
  ],
  said: '路灯三天没亮了', answers: [], contact: { entries: [{ kind: 'phone', label: '电话', masked: '***7' }], canReveal: true, reasonMin: 4 }, attachments: [], owner: { team: { id: 't1', name: '一队' } }, parties: [], parts: [],
  merged: [], near: [], events: [{ id: 'e1', at: NOW - HOUR, actor: '王一', actorKind: 'staff', kind: 'note', text: '内部备注', body: '等配件' }], replies: [], tags: [], tagOffers: [], can: MAY, ...change,
})

export const newMatter = (change: Partial<NewMatterVM> = {}): NewMatterVM => ({
  key: 'k', sources: [{ id: 's1', name: '电话', icon: 'phone' }], categories: [{ id: 'c1', name: '照明', depth: 0, type: 't1' }], types: [{ id: 't1', name: '诉求', unitRequired: true, maxPhotos: 6 }], contactDays: 90, queueHref: '/desk/queue', ...change,
})
