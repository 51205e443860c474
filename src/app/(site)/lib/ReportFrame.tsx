import type { ReactNode } from 'react'
import { wait } from '@/components/site/duration'
import { Notice } from '@/components/ui/Notice'
import { Phone } from '@/components/ui/Phone'
import { say } from '@/domain/words'
import { t, tMaybe } from '@/i18n'
import type { Trouble } from '@/services/site/report/draft'
import type { ReportDoor } from '@/services/site/report/send'
import { Frame } from './sitePage'
import type { Site } from './site'

/** One thing at a time: no navigation, and a way out that keeps the draft. */
export const TaskFrame = ({ site, path, children }: { site: Site; path: string; children: ReactNode }) => (
  <Frame site={site} path={path} kind="task" exit={{ path: '/', text: t(site.lang, 'site.step.exit') }}>
    {children}
  </Frame>
)

/** The office takes no reports online now, or not yet: its own words, and the telephone. */
export const ClosedDoor = ({ site, door }: { site: Site; door: Exclude<ReportDoor, { open: true }> }) => {
  const { lang, office } = site
  const words = door.why === 'notYet' ? 'resident.notYet' : 'resident.closed'
  return (
    <Frame site={site} path="/report">
      <div className="stack narrow">
        <h1>{t(lang, `${words}.title`)}</h1>
        <p>{say(door.words ?? undefined, lang) || t(lang, `${words}.text`)}</p>
        {office.dutyPhone && (
          <p>
            {t(lang, 'site.errorPage.phone')} <Phone phone={office.dutyPhone} own />
          </p>
        )}
      </div>
    </Frame>
  )
}

/** Files that were too much at once were not looked at; the address says so, since nothing of the body was read. */
export const TooLargeNotice = ({ site, max }: { site: Site; max: string | undefined }) =>
  max === undefined ? null : (
    <Notice tone="danger" live title={t(site.lang, 'errors.tooLarge.what')}>
      <p>{t(site.lang, 'resident.photosTogether', { max: `${Number(max) || 1} MB` })}</p>
    </Notice>
  )

/** A failure of the portal's own at the last try: what happened, that nothing is lost, what to do. */
export const TroubleNotice = ({ site, trouble }: { site: Site; trouble: Trouble | undefined }) => {
  if (!trouble) return null
  const { lang } = site
  const say = (part: string) => tMaybe(lang, `errors.${trouble.code}.${part}`) ?? tMaybe(lang, `errors.internal.${part}`)
  return (
    <Notice tone="danger" live title={say('what')}>
      <p>{say('kept')}</p>
      <p>{trouble.retryAfter === undefined ? say('todo') : t(lang, 'site.errorPage.retry', { time: wait(lang, trouble.retryAfter) })}</p>
      {trouble.reference && <p className="mistake">{t(lang, 'site.errorPage.reference', { reference: trouble.reference })}</p>}
    </Notice>
  )
}

