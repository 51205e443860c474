import { StepHeader } from '@/components/site/report/StepHeader'
import type { SiteContext } from '@/components/site/types'
import { LinkButton, SubmitButton } from '@/components/ui/Button'
import { PostForm } from '@/components/ui/Form'
import { Notice } from '@/components/ui/Notice'
import { say } from '@/domain/words'
import { t } from '@/i18n'
import { adviceOf, categoryName } from '@/services/site/report/describe'
import { formView, stepView, type Reporting } from './reportViews'

/** The chosen category is (also) somebody else's: whose, and how to reach them, before anybody waits in vain. */
export const AdviceStep = ({ ctx, reporting }: { ctx: SiteContext; reporting: Reporting }) => {
  const { lang, href } = ctx
  const advice = adviceOf(reporting.model, reporting.draft)
  if (!advice) return null
  const form = formView(reporting, 'advice', 'describe')
  return (
    <PostForm action={href(form.action)} hidden={form.hidden} className="stack-4 narrow">
      <StepHeader ctx={ctx} step={stepView(reporting, 'describe', { back: '/report' })} />
      <div className="stack">
        <h1>{t(lang, 'resident.advice.title')}</h1>
        <p className="hint">{t(lang, 'resident.advice.text', { category: categoryName(reporting.model, advice.category, lang) })}</p>
      </div>
      <Notice tone="warn" icon="phone">
        <p>{say(advice.words, lang)}</p>
      </Notice>
      <div className="actions">
        <SubmitButton tone="main" name="do" value="next">
          {t(lang, 'resident.advice.goOn')}
        </SubmitButton>
        <LinkButton href={href('/report')}>{t(lang, 'resident.advice.other')}</LinkButton>
      </div>
    </PostForm>
  )
}
