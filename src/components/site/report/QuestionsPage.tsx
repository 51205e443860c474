import type { ReactNode } from 'react'
import { t } from '../../../i18n'
import type { QuestionsView, SiteContext, StepView } from '../types'
import { StepActions } from './StepActions'
import { StepPage } from './StepPage'

export type QuestionsPageProps = { ctx: SiteContext; step: StepView; view: QuestionsView; /** The form's fields. */ children: ReactNode }

/** The type's own questions, drawn by the form that defines them. */
export const QuestionsPage = ({ ctx, step, view, children }: QuestionsPageProps) => {
  const { lang } = ctx
  return (
    <StepPage
      ctx={ctx}
      step={step}
      form={view.form}
      files={view.files}
      aside={
        <section className="stack">
          <h2>{t(lang, 'site.questions.why')}</h2>
          <p className="small">{t(lang, 'site.questions.whyText')}</p>
        </section>
      }
    >
      <div className="stack">
        <h1>{view.title || t(lang, 'site.questions.title', { count: view.count })}</h1>
        {view.intro && <p className="hint">{view.intro}</p>}
      </div>
      {children}
      <StepActions ctx={ctx} step={step} />
    </StepPage>
  )
}
