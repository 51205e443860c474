'use client'

import { useId, useState } from 'react'
import type { ApiError } from '../types'
import { FaultBanner } from '../ui/Banner'
import { Icon } from '../ui/icons'
import { Panel } from '../ui/Panel'
import { useWords } from '../words'
import { useBench } from './context'

/** Tags: words that gather matters of one occasion. */
export const Tags = () => {
  const say = useWords()
  const { matter, act } = useBench()
  const list = useId()
  const [text, setText] = useState('')
  const [error, setError] = useState<ApiError>()
  const { tags, can } = matter
  if (!tags.length && !can.tag) return null
  const change = async (name: 'tag' | 'untag', tag: string) => {
    setError(undefined)
    const answer = await act(name, { tag })
    if (!answer.ok) setError(answer.error)
    else if (name === 'tag') setText('')
  }
  return (
    <Panel title={say('tags.title')}>
      <div className="inside stack">
        {tags.length ? (
          <ul className="row">
            {tags.map((tag) => (
              <li key={tag} className="chip">
                {tag}
                {can.untag ? <button type="button" className="chip-x" aria-label={say('tags.remove', { tag })} onClick={() => void change('untag', tag)}><Icon name="x" /></button> : null}
              </li>
            ))}
          </ul>
        ) : null}
        {can.tag ? (
          <form className="row nowrap" onSubmit={(event) => { event.preventDefault(); if (text.trim()) void change('tag', text.trim()) }}>
            <input className="input" list={list} aria-label={say('tags.new')} placeholder={say('tags.new')} value={text} maxLength={20} onChange={(event) => setText(event.target.value)} />
            <datalist id={list}>{matter.tagOffers.map((tag) => <option key={tag} value={tag} />)}</datalist>
            <button className="btn" type="submit" disabled={!text.trim()}>{say('tags.add')}</button>
          </form>
        ) : null}
        {error ? <FaultBanner error={error} /> : null}
      </div>
    </Panel>
  )
}
