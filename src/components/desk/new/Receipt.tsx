'use client'

import { useEffect, useRef } from 'react'
import { whenWord } from '../time'
import type { NewMatterAnswer } from '../types'
import { Banner } from '../ui/Banner'
import { useDesk } from '../words'

/** What the clerk reads to the caller, large, once. */
export const Receipt = ({ answer, onAgain }: { answer: NewMatterAnswer; onAgain: () => void }) => {
  const desk = useDesk()
  const { say } = desk
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <main className="entry wide" id="main">
      <div className="panel entry-form">
        <h1 tabIndex={-1} ref={heading}>{say('receipt.title', { number: answer.number })}</h1>
        {answer.owner ? <p>{say('receipt.goesTo', { owner: answer.owner })}{answer.dueAt === undefined ? '' : say('receipt.promised', { when: whenWord(answer.dueAt, desk), what: answer.dueName ?? '' })}</p> : null}
        {answer.reason ? <p className="hint">{answer.reason}</p> : null}
        <Banner tone="warn" title={say('receipt.once')} live="status"><p>{say('receipt.readOut')}</p></Banner>
        <dl className="facts secrets">
          <dt>{say('receipt.code')}</dt>
          <dd><code>{answer.receiptCode}</code></dd>
          <dt>{say('receipt.word')}</dt>
          <dd><code>{answer.queryWord}</code></dd>
        </dl>
        <div className="row">
          <button className="btn main" type="button" onClick={onAgain}>{say('receipt.again')}</button>
          <a className="btn" href={answer.href}>{say('receipt.open')}</a>
        </div>
      </div>
    </main>
  )
}
