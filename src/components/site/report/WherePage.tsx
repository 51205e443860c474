import { t } from '../../../i18n'
import { Choice, Choices } from '../../ui/Choice'
import { errorOf } from '../../ui/ErrorSummary'
import { TextField } from '../../ui/Field'
import { PLACE_WAYS, type SiteContext, type StepView, type WhereView } from '../types'
import { FoundPlace } from './FoundPlace'
import { StepActions } from './StepActions'
import { StepPage } from './StepPage'
import { AddressPane, CodePane, TreePane } from './WherePanes'

export type WherePageProps = { ctx: SiteContext; step: StepView; view: WhereView }

/** Where: an address, the tree, or the number of a door code. Equal ways; a link or code fills it in beforehand. */
export const WherePage = ({ ctx, step, view }: WherePageProps) => {
  const { lang } = ctx
  return (
    <StepPage
      ctx={ctx}
      step={step}
      form={view.form}
      aside={
        <section className="stack">
          <h2>{t(lang, 'site.where.whyTitle')}</h2>
          <p className="small">{t(lang, 'site.where.why')}</p>
        </section>
      }
    >
      {view.found ? <FoundPlace ctx={ctx} view={view} found={view.found} /> : <Ways ctx={ctx} view={view} />}
      <TextField
        name="detail"
        label={t(lang, 'site.where.detail')}
        optional={t(lang, 'common.field.optional')}
        hint={t(lang, 'site.where.detailHint')}
        error={errorOf(view.form.errors, 'detail')}
        value={view.detail}
        maxLength={200}
      />
      <StepActions ctx={ctx} step={step} />
    </StepPage>
  )
}

const Ways = ({ ctx, view }: { ctx: SiteContext; view: WhereView }) => {
  const { lang } = ctx
  return (
    <>
      <Choices name="way" level="h1" legend={t(lang, 'site.where.title')} hint={t(lang, 'site.where.hint')} className="ways">
        {PLACE_WAYS.map((way) => (
          <Choice key={way} name="way" value={way} id={`way-${way}`} label={t(lang, `site.where.${way}`)} checked={view.way === way} />
        ))}
      </Choices>
      <AddressPane ctx={ctx} view={view} />
      <TreePane ctx={ctx} view={view} />
      <CodePane ctx={ctx} view={view} />
    </>
  )
}
