import { Band } from '../ui/Band'
import { t } from '../../i18n'
import type { AlertView, SiteContext } from './types'

/** A warning over the page: its band as word and shape, what to do, where to read on. */
export const AlertBand = ({ ctx, alert }: { ctx: SiteContext; alert: AlertView }) => (
  <section className={`alert alert-${alert.level ?? 'orange'}`} aria-label={t(ctx.lang, 'common.level.alert')}>
    <div className="wrap">
      <p>
        <Band level={alert.level ?? 'orange'}>{alert.level ? t(ctx.lang, 'site.frame.alert', { level: t(ctx.lang, `common.level.${alert.level}`), title: alert.title }) : alert.title}</Band>
      </p>
      <p>
        <span className="strong" lang={alert.lang === 'zh' ? 'zh-CN' : undefined}>{alert.text}</span>
        {alert.until && <span className="small unbroken"> {alert.until}</span>}
      </p>
      {alert.link && (
        <a className="own-line" href={ctx.href(alert.link.path)}>
          {alert.link.text}
        </a>
      )}
    </div>
  </section>
)
