import { t } from '../../../i18n'
import { Choice, Choices } from '../../ui/Choice'
import { day } from '../../ui/dates'
import type { CheckView, SimilarView, SiteContext } from '../types'

/** Open reports nearby that read much like this one. Sending one's own is chosen beforehand. */
export const Similar = ({ ctx, view }: { ctx: SiteContext; view: CheckView }) => {
  const { lang } = ctx
  return (
    <section className="card stack" aria-labelledby="s-similar">
      <h2 id="s-similar">{t(lang, 'site.check.similarTitle', { count: view.similar.length })}</h2>
      <Choices name="same" legend={t(lang, 'site.check.similarAsk')} hint={t(lang, 'site.check.sameHint')}>
        {view.similar.map((similar) => (
          <Choice
            key={similar.key}
            name="same"
            value={similar.key}
            label={t(lang, 'site.check.same', { title: similar.title })}
            hint={meta(ctx, similar)}
            checked={view.same === similar.key}
          />
        ))}
        <Choice name="same" value="" label={t(lang, 'site.check.different')} hint={t(lang, 'site.check.differentHint')} checked={!view.same} />
      </Choices>
    </section>
  )
}

const meta = (ctx: SiteContext, { place, receivedAt, holder, dueAt }: SimilarView): string => {
  const { lang } = ctx
  return [
    t(lang, 'site.check.similarMeta', { place, date: day(receivedAt, ctx) }),
    holder && t(lang, 'site.check.similarHolder', { holder }),
    dueAt && t(lang, 'site.check.similarDue', { date: day(dueAt, ctx) }),
  ]
    .filter(Boolean)
    .join(t(lang, 'common.list.comma'))
}
