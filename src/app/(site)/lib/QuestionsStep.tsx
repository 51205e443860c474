import { FormRenderer } from '@/components/forms/FormRenderer.client'
import { formWords } from '@/components/forms/words'
import { QuestionsPage } from '@/components/site/report/QuestionsPage'
import type { FormView, SiteContext } from '@/components/site/types'
import { Notice } from '@/components/ui/Notice'
import { errorText, fill } from '@/domain/forms/words'
import { say } from '@/domain/words'
import { t } from '@/i18n'
import { pageOf, pathOfPage, standing, toAnswerErrors } from '@/services/site/report/questions'
import { formView, stepView, type Reporting } from './reportViews'

/** One page of the type's own questions, alive where JavaScript runs. */
export const QuestionsStep = ({ ctx, reporting, number }: { ctx: SiteContext; reporting: Reporting; number: string | undefined }) => {
  const { draft, form: def, lang } = reporting
  if (!def) return null
  const page = pageOf(def, draft, number)
  const words = formWords(lang)
  const { before, ended } = standing(def, draft, page)
  const errors = draft.faults?.step === 'questions' ? toAnswerErrors(draft.faults.errors) : []
  const questions = def.pages[page]?.questions ?? []
  const labelOf = (key: string): string => say(questions.find((question) => question.key === key)?.label, lang)
  const form: FormView = {
    ...formView(reporting, 'questions', 'questions', { page: String(page + 1) }),
    errors: errors.map((error) => ({ field: `q.${error.key}`, message: fill(words.summary.line, { label: labelOf(error.key), text: errorText(error, words) }) })),
  }
  return (
    <QuestionsPage ctx={ctx} step={stepView(reporting, 'questions', page > 0 ? pathOfPage(page - 1) : undefined)} view={{ form, title: say(def.pages[page]?.title, lang), count: questions.length }}>
      {draft.ended && ended && (
        // Where JavaScript runs, the questions say so themselves.
        <noscript>
          <Notice tone="danger" icon="phone" live title={t(lang, 'resident.advice.endedTitle')}>
            <p>{say(ended.advice, lang)}</p>
          </Notice>
        </noscript>
      )}
      <FormRenderer def={def} page={page} lang={lang} words={words} fields={draft.fields} before={before} errors={errors} />
    </QuestionsPage>
  )
}
