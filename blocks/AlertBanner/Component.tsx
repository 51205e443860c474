import type { BlockProps } from '@/components/site/blocks/types'
import { Icon } from '@/components/ui/Icon'
import { dayTime } from '@/components/ui/dates'
import { safeHref } from '@/domain/href'
import { t } from '@/i18n'

/** What has to be seen at once: told by a sign and a word besides its colour. */
export const AlertBanner = ({ block: { heading, tone, text, label, href }, data, ctx, id }: BlockProps<'alertBanner'>) => (
  <section className={`block-alert tone-${tone}`} aria-labelledby={`s-${id}`}>
    <Icon name="warn" />
    <div className="tight">
      <h2 id={`s-${id}`}>{heading}</h2>
      <p>{text}</p>
      <p className="small">{t(ctx.lang, 'blocks.site.until', { time: dayTime(data.until, ctx) })}</p>
      {label && href && safeHref(href) ? (
        <p>
          <a className="own-line" href={ctx.href(href)}>
            {label}
          </a>
        </p>
      ) : null}
    </div>
  </section>
)
