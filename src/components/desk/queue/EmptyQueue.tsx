'use client'

import { Empty } from '../ui/Empty'
import { useWords } from '../words'

/** Nothing in the list: because of the filters, or because there is nothing. */
export const EmptyQueue = ({ filtered, newHref, onReset }: { filtered: boolean; newHref?: string; onReset: () => void }) => {
  const say = useWords()
  if (filtered) {
    return (
      <Empty icon="search" title={say('queue.emptyFiltered')} hint={say('queue.emptyFilteredHint')}>
        <button className="btn small" type="button" onClick={onReset}>{say('queue.showAll')}</button>
      </Empty>
    )
  }
  return (
    <Empty title={say('queue.empty')} hint={say('queue.emptyHint')}>
      {newHref ? <a className="btn small" href={newHref}>{say('frame.new')}</a> : null}
    </Empty>
  )
}
