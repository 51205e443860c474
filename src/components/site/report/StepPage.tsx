import type { ReactNode } from 'react'
import { t, words } from '../../../i18n'
import { ErrorSummary } from '../../ui/ErrorSummary'
import { PostForm } from '../../ui/Form'
import { KeepPage } from '../client/kept/KeepPage'
import { Facts } from '../Facts'
import type { FormView, SiteContext, StepView } from '../types'
import { StepHeader } from './StepHeader'

export type StepPageProps = {
  ctx: SiteContext
  step: StepView
  form: FormView
  /** The form carries photos. */
  files?: boolean
  /** Beside the question on wide screens, below it on a phone. */
  aside?: ReactNode
  children: ReactNode
}

/** One question a page: what step it is, faults, the question, and beside it help and what was filled in so far. */
export const StepPage = ({ ctx, step, form, files, aside, children }: StepPageProps) => {
  const { lang, href } = ctx
  return (
    <div className="two">
      <PostForm action={href(form.action)} hidden={form.hidden} files={files} className="stack-4">
        <StepHeader ctx={ctx} step={step} />
        <KeepPage door={[form.action, form.hidden.page].filter(Boolean).join('#')} words={words(lang, 'resident.kept')} />
        <ErrorSummary title={t(lang, 'common.summary.title', { count: form.errors.length })} errors={form.errors} />
        {children}
      </PostForm>
      <aside className="aside" aria-label={t(lang, 'site.step.help')}>
        {aside}
        {step.filled.length > 0 && (
          <section className="stack">
            <h2>{t(lang, 'site.step.filled')}</h2>
            <Facts
              facts={step.filled.map(({ label, text, path }) => ({
                label,
                value: (
                  <>
                    {text}{' '}
                    <a className="unbroken" href={href(path)}>
                      {t(lang, 'common.action.change')}
                      <span className="unseen">{label}</span>
                    </a>
                  </>
                ),
              }))}
            />
          </section>
        )}
      </aside>
    </div>
  )
}
