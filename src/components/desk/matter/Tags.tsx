'use client'

import { useState } from 'react'
import type { ApiError } from '../types'
import { FaultBanner } from '../ui/Banner'
import { Select } from '../ui/Field'
import { Icon } from '../ui/icons'
import { Panel } from '../ui/Panel'
import { useWords } from '../words'
import { useBench } from './context'

/** Tags: words that gather matters of one occasion. */
export const Tags = () => {
  const say = useWords()
  const { matter, act } = useBench()
  const [error, setError] = useState<ApiError>()
  const { tags, can } = matter
  if (!tags.length && !can.tag) return null
  const change = async (name: 'tag' | 'untag', tag: string) => {
    setError(undefined)
    const answer = await act(name, { tag })
    if (!answer.ok) setError(answer.error)
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
        {can.tag ? <AddTag offers={matter.tagOffers} onAdd={(tag) => void change('tag', tag)} /> : null}
        {error ? <FaultBanner error={error} /> : null}
      </div>
    </Panel>
  )
}

const AddTag = ({ offers, onAdd }: { offers: string[]; onAdd: (tag: string) => void }) => {
  const say = useWords()
  if (!offers.length) return <p className="hint">{say('tags.noOffers')}</p>
  return (
    <Select aria-label={say('tags.new')} value="" onChange={(event) => { if (event.target.value) onAdd(event.target.value) }}>
      <option value="">{say('tags.new')}</option>
      {offers.map((tag) => <option key={tag} value={tag}>{tag}</option>)}
    </Select>
  )
}
