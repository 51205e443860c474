import { t, words } from '../../../i18n'
import { LinkButton } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { MyReports } from '../client/MyReports'
import { Crumbs } from '../Crumbs'
import type { FormView, SiteContext } from '../types'

/** What this browser has noted. `trackForm` is where code and word are posted. Without JavaScript the other way is shown. */
export const MyReportsPage = ({ ctx, trackForm }: { ctx: SiteContext; trackForm: Omit<FormView, 'errors'> }) => {
  const { lang, href } = ctx
  return (
    <div className="stack-3">
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'site.mine.title') }]} />
      <div className="stack">
        <h1>{t(lang, 'site.mine.title')}</h1>
        <p className="muted">{t(lang, 'site.mine.intro')}</p>
      </div>
      <noscript>
        <Notice tone="plain">
          <p>{t(lang, 'site.mine.noScript')}</p>
        </Notice>
      </noscript>
      <MyReports
        trackAction={href(trackForm.action)}
        hidden={trackForm.hidden}
        locale={lang === 'zh' ? 'zh-CN' : 'en-GB'}
        timeZone={ctx.timeZone}
        words={{ ...words(lang, 'site.mine'), undo: t(lang, 'common.action.undo') }}
      />
      <div className="actions">
        <LinkButton href={href('/track')}>{t(lang, 'site.trackForm.title')}</LinkButton>
      </div>
    </div>
  )
}
