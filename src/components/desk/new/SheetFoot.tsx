'use client'

import { whenWord } from '../time'
import type { SuggestAnswer } from '../types'
import { Key } from '../ui/marks'
import { useDesk } from '../words'

/** Before it is sent: who will get it and what is promised. */
export const SheetFoot = ({ preview, busy }: { preview?: SuggestAnswer['preview']; busy: boolean }) => {
  const desk = useDesk()
  const { say } = desk
  return (
    <footer className="finish">
      <p className="small" role="status">
        {preview ? (
          <>
            <b>{say('new.goesTo', { owner: preview.owner })}</b>{' '}
            {preview.dueAt === undefined ? null : <>· {say('new.promised', { when: whenWord(preview.dueAt, desk), what: preview.dueName ?? '' })}</>}
            <br /><span className="muted">{preview.reason}</span>
          </>
        ) : <span className="muted">{say('new.goesUnknown')}</span>}
      </p>
      <button className="btn main push" type="submit" aria-busy={busy}>{say(busy ? 'common.saving' : 'new.go')} <Key>Ctrl ⏎</Key></button>
    </footer>
  )
}
