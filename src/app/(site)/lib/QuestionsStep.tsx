import { FormRenderer } from '@/components/forms/FormRenderer.client'
import { formWords } from '@/components/forms/words'
import { fieldErrors } from '@/components/site/fieldErrors'
import { QuestionsPage } from '@/components/site/report/QuestionsPage'
import type { FormView, SiteContext } from '@/components/site/types'
import { Notice } from '@/components/ui/Notice'
import type { FieldError } from '@/domain/errors'
import { errorText, fill } from '@/domain/forms/words'
import { say, type Lang } from '@/domain/words'
import { t } from '@/i18n'
import { walkTops } from '@/services/site/content/grid'
import { pageOf, pathOfPage, refusedPhotos, standing, storedPhotos, toAnswerErrors } from '@/services/site/report/questions'
import { photoPath } from '@/services/site/track/page'
import { formView, stepView, type Reporting } from './reportViews'

const photoErrors = (lang: Lang, faults: readonly FieldError[]): FormView['errors'] =>
  refusedPhotos(faults).map((fault) => {
    const reason = fieldErrors(lang, [{ ...fault, field: 'photos' }])[0]?.message ?? fault.code
    return { field: fault.field, message: t(lang, 'resident.track.photoRefused', { name: String(fault.params?.name ?? ''), reason }) }
  })

/** One page of the type's own questions, alive where JavaScript runs. */
export const QuestionsStep = ({ ctx, reporting, number }: { ctx: SiteContext; reporting: Reporting; number: string | undefined }) => {
  const { draft, form: def, lang } = reporting
  if (!def) return null
  const page = pageOf(def, draft, number)
  const words = formWords(lang)
  const { before, ended } = standing(def, draft, page)
  const faults = draft.faults?.step === 'questions' ? draft.faults.errors : []
  const errors = toAnswerErrors(faults)
  const questions = def.pages[page]?.questions ?? []
  const photoSrc = Object.fromEntries(storedPhotos(draft, questions).map((id) => [id, photoPath(id)]))
  const units = walkTops(reporting.model).map((unit) => ({ code: unit.code, name: say(unit.name, lang) }))
  const labelOf = (key: string): string => say(questions.find((question) => question.key === key)?.label, lang)
  const form: FormView = {
    ...formView(reporting, 'questions', 'questions', { page: String(page + 1) }),
    errors: [
      ...errors.map((error) => ({ field: `q.${error.key}`, message: fill(words.summary.line, { label: labelOf(error.key), text: errorText(error, words) }) })),
      ...photoErrors(lang, faults),
    ],
  }
  return (
    <QuestionsPage ctx={ctx} step={stepView(reporting, 'questions', { page, ...(page > 0 ? { back: pathOfPage(page - 1) } : {}) })} view={{ form, title: say(def.pages[page]?.title, lang), count: questions.length, files: questions.some(({ kind }) => kind === 'photo') }}>
      {draft.ended && ended && (
        // Where JavaScript runs, the questions say so themselves.
        <noscript>
          <Notice tone="danger" icon="phone" live title={t(lang, 'resident.advice.endedTitle')}>
            <p>{say(ended.advice, lang)}</p>
          </Notice>
        </noscript>
      )}
      <FormRenderer def={def} page={page} lang={lang} words={words} fields={draft.fields} before={before} errors={errors} photoSrc={photoSrc} units={units} />
    </QuestionsPage>
  )
}
