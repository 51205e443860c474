'use client'

import type { ReactNode } from 'react'
import { faultWords, readingWords } from '../faults'
import type { ApiError } from '../types'
import { useDesk } from '../words'
import { Icon, type IconName } from './icons'

type Tone = 'plain' | 'warn' | 'late' | 'done'
const ICONS: Record<Tone, IconName> = { plain: 'clock', warn: 'alert', late: 'alert', done: 'check' }

type BannerProps = { tone?: Tone; icon?: IconName; title?: ReactNode; children?: ReactNode; actions?: ReactNode; live?: 'alert' | 'status' }

/** Something the page has to say. `live` is read out when it appears. */
export const Banner = ({ tone = 'plain', icon, title, children, actions, live }: BannerProps) => (
  <div className={`banner ${tone}`} role={live}>
    <Icon name={icon ?? ICONS[tone]} />
    <div>
      {title ? <p><b>{title}</b></p> : null}
      {children}
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  </div>
)

/** An error: what happened, that nothing typed was lost, what to do, and the reference the log knows. `reading`: nothing was to be saved. */
export const FaultBanner = ({ error, reading, onRetry }: { error: ApiError; reading?: boolean; onRetry?: () => void }) => {
  const desk = useDesk()
  const { title, advice } = (reading ? readingWords : faultWords)(error, desk)
  return (
    <Banner tone="late" live="alert" title={title}
      actions={onRetry ? <button className="btn small" type="button" onClick={onRetry}>{desk.say('common.retry')}</button> : undefined}>
      <p>{advice}</p>
      {error.reference ? <p className="small">{desk.say('common.reference', { ref: error.reference })}</p> : null}
    </Banner>
  )
}
