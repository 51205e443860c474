import { t } from '../../../i18n'
import { SubmitButton } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { PhotoRow } from '../../ui/Photos'
import { duration } from '../duration'
import { EffortPart } from '../effort/EffortPart'
import type { CheckView, SiteContext, StepView } from '../types'
import { Similar } from './Similar'
import { StepPage } from './StepPage'

export type CheckPageProps = { ctx: SiteContext; step: StepView; view: CheckView }

/** Everything once more, each with a way to change it; what is much like it nearby; send. */
export const CheckPage = ({ ctx, step, view }: CheckPageProps) => {
  const { lang, href } = ctx
  return (
    <StepPage ctx={ctx} step={{ ...step, filled: [] }} form={view.form} aside={<Afterwards ctx={ctx} promises={view.promises} />}>
      <div className="stack">
        <h1>{t(lang, 'site.check.title')}</h1>
        <p className="hint">{t(lang, 'site.check.hint')}</p>
      </div>
      <dl className="answers">
        {view.rows.map((row) => (
          <Row key={row.label} ctx={ctx} row={row} />
        ))}
      </dl>
      {view.similar.length > 0 && <Similar ctx={ctx} view={view} />}
      <Notice tone="plain" icon="shield">
        <p>
          {view.keepsDays === undefined ? view.keeps : t(lang, 'site.check.keeps', { time: duration(lang, view.keepsDays) })} <a href={href('/privacy')}>{t(lang, 'site.check.privacy')}</a>
        </p>
      </Notice>
      <EffortPart ctx={ctx} form={view.form} />
      <div className="actions">
        <SubmitButton tone="main" name="do" value="send">
          {t(lang, 'site.check.send')}
        </SubmitButton>
        <SubmitButton tone="text" name="do" value="discard" skipsChecks>
          {t(lang, 'site.check.discard')}
        </SubmitButton>
      </div>
    </StepPage>
  )
}

const Row = ({ ctx: { lang, href }, row: { label, lines, photos, path } }: { ctx: SiteContext; row: CheckView['rows'][number] }) => (
  <div>
    <dt>{label}</dt>
    <dd>
      {lines.map((line, index) => (
        <p className="pre" key={index}>
          {line}
        </p>
      ))}
      {photos && <PhotoRow photos={photos} />}
    </dd>
    <dd className="answer-change">
      <a href={href(path)}>
        {t(lang, 'common.action.change')}
        <span className="unseen">{label}</span>
      </a>
    </dd>
  </div>
)

const Afterwards = ({ ctx: { lang }, promises }: { ctx: SiteContext; promises: CheckView['promises'] }) => (
  <section className="stack">
    <h2>{t(lang, 'site.check.afterTitle')}</h2>
    <ol className="numbered small">
      <li>{t(lang, 'site.check.afterReceipt')}</li>
      {promises.accept && <li>{t(lang, 'site.check.afterAccept', { time: promises.accept })}</li>}
      {promises.resolve && <li>{t(lang, 'site.check.afterResolve', { time: promises.resolve })}</li>}
      <li>{t(lang, 'site.check.afterAsk')}</li>
    </ol>
  </section>
)
