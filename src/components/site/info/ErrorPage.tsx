import { t, tMaybe } from '../../../i18n'
import { LinkButton } from '../../ui/Button'
import { Phone } from '../../ui/Phone'
import { wait } from '../duration'
import type { ErrorViewModel, OfficeView, SiteContext } from '../types'

/** The office's own words for the two that anybody may meet. */
const ownWords = (office: OfficeView | undefined, key: string): string | undefined => {
  if (key === 'notFound') return office?.errorWords?.notFound
  return key === 'internal' ? office?.errorWords?.failed : undefined
}

/** What happened, that nothing was lost, what to do, and a reference that the log knows. */
export const ErrorPage = ({ ctx, office, view }: { ctx: SiteContext; office?: OfficeView; view: ErrorViewModel }) => {
  const { lang, href } = ctx
  const key = tMaybe(lang, `site.errorPage.${view.code}.title`) === undefined ? 'internal' : view.code
  const own = ownWords(office, key)
  const say = (part: 'title' | 'text' | 'todo'): string => tMaybe(lang, `site.errorPage.${key}.${part}`) ?? ''
  return (
    <div className="stack narrow">
      <h1>{say('title')}</h1>
      <p>{own ?? say('text')}</p>
      {view.kept && <p className="strong">{t(lang, 'site.errorPage.kept')}</p>}
      <p>{view.retryAfterSeconds === undefined ? say('todo') : t(lang, 'site.errorPage.retry', { time: wait(lang, view.retryAfterSeconds) })}</p>
      {office?.dutyPhone && (
        <p>
          {t(lang, 'site.errorPage.phone')} <Phone phone={office.dutyPhone} own />
        </p>
      )}
      <div className="actions">
        {view.back && (
          <LinkButton tone="main" href={href(view.back.path)}>
            {view.back.text}
          </LinkButton>
        )}
        <LinkButton tone={view.back ? 'plain' : 'main'} href={href('/')}>
          {t(lang, 'site.errorPage.home')}
        </LinkButton>
      </div>
      {view.reference && <p className="mistake">{t(lang, 'site.errorPage.reference', { reference: view.reference })}</p>}
    </div>
  )
}
