import { t } from '../../../i18n'
import { promiseTime } from '../../ui/dates'
import type { IconName } from '../../ui/Icon'
import { Tag, type TagTone } from '../../ui/Tag'
import type { ClockView, SiteContext } from '../types'

const LOOKS: Record<ClockView['state'], { tone: TagTone; icon: IconName }> = {
  running: { tone: 'done', icon: 'clock' },
  paused: { tone: 'plain', icon: 'clock' },
  met: { tone: 'done', icon: 'check' },
  overdue: { tone: 'late', icon: 'warn' },
  missed: { tone: 'late', icon: 'warn' },
}

/** The date promised, and how it stands with it, in words. */
export const DuePromise = ({ ctx, clock }: { ctx: SiteContext; clock: ClockView }) => {
  const past = clock.state === 'overdue' || clock.state === 'missed'
  const look = clock.soon && clock.state === 'running' ? ({ tone: 'soon', icon: 'clock' } as const) : LOOKS[clock.state]
  return (
    <p className="row">
      {clock.dueAt !== undefined && <strong>{t(ctx.lang, past ? 'site.track.wasPromised' : 'site.track.promise', { when: promiseTime(clock.dueAt, ctx) })}</strong>}
      <Tag {...look}>{clock.text}</Tag>
    </p>
  )
}
