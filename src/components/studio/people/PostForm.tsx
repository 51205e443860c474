'use client'

import { useState } from 'react'
import type { Words } from '../../../domain/words'
import type { PostLine } from '../../../services/studio/people/view'
import { Check, Dialog, FaultNote, Icon, TextField, WordsField } from '../kit'
import { useSay } from '../words'
import { freshCode, useSaving } from './useSaving'

type Form = { code: string; name: Words; duty: Words; active: boolean; reason: string }

/** A post: what one does on duty. */
export const PostForm = ({ post, onClose }: { post: PostLine | undefined; onClose: () => void }) => {
  const say = useSay('studioPeople')
  const act = useSay('studio')
  const [form, setForm] = useState<Form>(() => ({ code: post?.code ?? freshCode('post'), name: post?.name ?? { zh: '' }, duty: post?.duty ?? { zh: '' }, active: post?.active ?? true, reason: '' }))
  const { fault, busy, save, remove } = useSaving('posts')
  const set = (change: Partial<Form>) => setForm((now) => ({ ...now, ...change }))
  const go = () => {
    const { code, reason, ...data } = form
    void save({ ...(post ? { id: post.id, seen: post.seen } : {}), reason, data: { ...data, ...(post ? {} : { code }) } })
  }
  const foot = (
    <>
      <button type="button" className="btn btn-main" disabled={busy} onClick={go}>{say('save')}</button>
      <button type="button" className="btn" onClick={onClose}>{act('act.cancel')}</button>
      {post ? <button type="button" className="btn btn-danger push" disabled={busy} onClick={() => void remove(post.id)}><Icon name="bin" />{say('remove')}</button> : null}
    </>
  )
  return (
    <Dialog title={post ? post.name.zh : say('addPost')} onClose={onClose} foot={foot}>
      <FaultNote fault={fault} />
      <WordsField label={say('name')} value={form.name} maxLength={60} required onChange={(name) => set({ name })} />
      <WordsField label={say('duty')} value={form.duty} lines={3} onChange={(duty) => set({ duty })} />
      <Check label={say('active')} hint={say('activeHint')} checked={form.active} onChange={(active) => set({ active })} />
      <TextField label={say('reason')} hint={say('reasonHint')} value={form.reason} maxLength={500} onChange={(reason) => set({ reason })} />
      {post ? null : <details><summary>{say('more')}</summary><TextField label={say('code')} value={form.code} maxLength={60} onChange={(code) => set({ code })} /></details>}
    </Dialog>
  )
}
