import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'
import { readDraft, type Draft } from '@/services/site/report/draft'
import { submitReport, type Door, type Submitted } from '@/services/site/report/submit'
import type { Upload } from '@/services/site/report/photos'
import { needModel } from '@/services/structure/cache'

export const samplePhoto = (name: 'p1' | 'p2' | 'p3'): Buffer => readFileSync(path.resolve('tests/fixtures/photos', `${name}.jpg`))

export const upload = (name: string, bytes: Buffer, field = 'photos'): Upload => ({ field, name, size: bytes.length, bytes: async () => bytes })

type Values = Record<string, string | string[]>

let browsers = 0

/** A resident's browser without JavaScript: keeps its cookie, and posts one page after the other. */
export const visitor = (payload: Payload, lang: 'zh' | 'en' = 'zh') => {
  // Each at a home of its own: the limits of one address are none of the others'.
  const address = `192.0.2.${((browsers += 1) % 250) + 1}`
  let token: string | undefined
  const draft = async (): Promise<Draft> => {
    const held = await readDraft(payload, token)
    if (!held) throw new Error('the browser has no draft')
    return held.draft
  }
  const name = async (): Promise<string> => {
    const held = await readDraft(payload, token)
    return held && !held.draft.sent ? held.draft.key.slice(0, 8) : 'new'
  }
  const post = async (door: Door, values: Values = {}, files: readonly Upload[] = []): Promise<Submitted> => {
    const all: Values = { draft: await name(), do: 'next', ...values }
    const fields = Object.fromEntries(Object.entries(all).map(([key, value]) => [key, Array.isArray(value) ? value : [value]]))
    const submitted = await submitReport({ payload, model: await needModel(payload), lang, door, token, fields, files, address })
    token = submitted.token ?? undefined
    return submitted
  }
  return { post, draft, token: () => token, use: (other: string | undefined) => void (token = other) }
}

export type Visitor = ReturnType<typeof visitor>

export const TEXT = '楼门口的路灯不亮，晚上看不清台阶'

/** Goes as far as the check page: a lamp at a door, one answer more than is asked. */
export const upToCheck = async (browser: Visitor, text = TEXT): Promise<void> => {
  await browser.post('describe', { text })
  await browser.post('describe', { text, category: 'security-dark' })
  await browser.post('where', { way: 'tree', do: 'at:jw-01-01' })
  await browser.post('where', { way: 'tree', detail: '往南第二盏' })
  await browser.post('questions', { page: '1', 'q.danger': 'no', 'q.since': 'today', 'q.pattern': ['night'] })
  await browser.post('photos')
  await browser.post('contact', { phone: '138 0013 8000', consent: 'yes' })
}
