'use client'
import { useEffect, useRef, useState } from 'react'
import { fill } from '../../../../i18n/fill'
import { Icon } from '../../../ui/Icon'
import { keepForm, type Keeper, type Standing } from './keeper'

export type KeptWords = Record<'restored' | 'drop' | 'sending' | 'waitingTitle' | 'waiting' | 'retry' | 'stop' | 'remove' | 'removed', string>

/** Stands in a form of the report, and says how what is typed there is kept on this device. Nothing without JavaScript. */
export const KeepPage = ({ door, words }: { door: string; words: KeptWords }) => {
  const mark = useRef<HTMLDivElement>(null)
  const keeper = useRef<Keeper>(null)
  const [standing, setStanding] = useState<Standing>({ is: 'quiet' })

  useEffect(() => {
    const form = mark.current?.closest('form')
    if (!form) return
    const made = keepForm({ form, door, tell: setStanding, goTo: (to) => window.location.assign(to) })
    keeper.current = made
    return made.close
  }, [door])

  // It was pressed far below: what became of it has to be seen.
  const waiting = standing.is === 'waiting'
  useEffect(() => {
    if (waiting) mark.current?.scrollIntoView({ block: 'center' })
  }, [waiting])

  return (
    <div ref={mark} role="status" className="kept-page">
      <Said standing={standing} words={words} act={(name) => keeper.current?.[name]()} />
    </div>
  )
}

type SaidProps = { standing: Standing; words: KeptWords; act: (name: 'retry' | 'stop' | 'drop') => void }

const Said = ({ standing, words, act }: SaidProps) => {
  if (standing.is === 'quiet') return null
  if (standing.is === 'removed') return <p className="small muted">{words.removed}</p>
  if (standing.is === 'sending') return <p className="toast kept-sending">{fill(words.sending, { percent: Math.floor(standing.share * 100) })}</p>
  if (standing.is === 'restored') {
    return (
      <div className="remark remark-plain">
        <Icon name="info" />
        <div>
          <p>{words.restored}</p>
          <Act text={words.drop} onPress={() => act('drop')} />
        </div>
      </div>
    )
  }
  return (
    <div className="remark remark-warn">
      <Icon name="warn" />
      <div>
        <p className="strong">{words.waitingTitle}</p>
        <p>{words.waiting}</p>
        <div className="row">
          <button className="button" type="button" onClick={() => act('retry')}>
            <Icon name="retry" />
            {words.retry}
          </button>
          <Act text={words.stop} onPress={() => act('stop')} />
          <Act text={words.remove} onPress={() => act('drop')} />
        </div>
      </div>
    </div>
  )
}

const Act = ({ text, onPress }: { text: string; onPress: () => void }) => (
  <button className="button button-text" type="button" onClick={onPress}>
    {text}
  </button>
)
