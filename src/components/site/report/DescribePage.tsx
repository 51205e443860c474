import { t, words } from '../../../i18n'
import { SubmitButton } from '../../ui/Button'
import { Choice, Choices } from '../../ui/Choice'
import { errorOf } from '../../ui/ErrorSummary'
import { fieldId, TextField } from '../../ui/Field'
import { Notice } from '../../ui/Notice'
import { Phone } from '../../ui/Phone'
import { CharCount } from '../client/CharCount'
import { EmergencyWatch } from '../client/EmergencyWatch'
import type { DescribeView, OfficeView, SiteContext, StepView, SuggestionView } from '../types'
import { EmergencyNote } from './EmergencyNote'
import { StepActions } from './StepActions'
import { StepPage } from './StepPage'
import { Tips } from './Tips'

export type DescribePageProps = { ctx: SiteContext; office: OfficeView; step: StepView; view: DescribeView }

/** What happened, in free text; then which category the words point to, and why. */
export const DescribePage = ({ ctx, office, step, view }: DescribePageProps) => {
  const { lang } = ctx
  return (
    <StepPage ctx={ctx} step={step} form={view.form} aside={<DescribeAside ctx={ctx} office={office} />}>
      <EmergencyWatch target={fieldId('text')} found={view.emergency === true} calm={<EmergencyNote ctx={ctx} />} alarm={<EmergencyNote ctx={ctx} found />} />
      {view.service && (
        <Notice tone="plain" icon="serve">
          <p>{t(lang, 'services.apply', { service: view.service })}</p>
        </Notice>
      )}
      {view.place && (
        <Notice tone="plain" icon="pin">
          <p>{t(lang, 'site.describe.place', { place: view.place })}</p>
        </Notice>
      )}
      <div className="stack">
        <TextField
          asHeading
          name="text"
          rows={6}
          label={t(lang, 'site.describe.title')}
          hint={
            <>
              {t(lang, 'site.describe.hint')}
              {lang === 'en' && ' '}
              <span className="together">{t(lang, 'site.describe.limit', { count: view.maxLength })}</span>
            </>
          }
          error={errorOf(view.form.errors, 'text')}
          value={view.text}
          maxLength={view.maxLength}
        />
        <CharCount target={fieldId('text')} max={view.maxLength} words={{ count: t(lang, 'form.lengthCount') }} />
      </div>
      {view.suggestions && <Suggestions ctx={ctx} view={view} suggestions={view.suggestions} />}
      <StepActions ctx={ctx} step={step} stays={!view.suggestions}>
        {view.suggestions && (
          <SubmitButton name="do" value="suggest">
            {t(lang, 'site.describe.again')}
          </SubmitButton>
        )}
      </StepActions>
    </StepPage>
  )
}

const Suggestions = ({ ctx: { lang }, view, suggestions }: { ctx: SiteContext; view: DescribeView; suggestions: SuggestionView[] }) => {
  const { picked, category } = view
  const others = suggestions.filter(({ code }) => code !== picked?.code)
  return (
    <Choices
      name="category"
      level="h2"
      legend={t(lang, 'site.describe.category')}
      hint={t(lang, suggestions.length > 0 ? 'site.describe.categoryHint' : 'site.describe.noSuggestion')}
      error={errorOf(view.form.errors, 'category')}
    >
      {picked && <Choice name="category" value={picked.code} label={picked.name} hint={t(lang, 'site.describe.picked')} checked={category === picked.code} />}
      {others.map(({ code, name, because }) => (
        <Choice key={code} name="category" value={code} label={name} hint={<Because lang={lang} because={because} />} checked={category === code} />
      ))}
      <Choice name="category" value="~pick" label={t(lang, 'site.describe.pick')} checked={category === '~pick'} />
      <Choice name="category" value="~unsure" label={t(lang, 'site.describe.unsure')} checked={category === '~unsure'} />
    </Choices>
  )
}

const Because = ({ lang, because }: { lang: SiteContext['lang']; because: string[] }) => (
  <>
    {t(lang, 'site.describe.because')}
    {because.map((word, index) => (
      <span key={word}>
        {index > 0 && t(lang, 'common.list.pause')}
        <mark>{word}</mark>
      </span>
    ))}
  </>
)

const DescribeAside = ({ ctx: { lang }, office }: { ctx: SiteContext; office: OfficeView }) => (
  <>
    <Tips title={t(lang, 'site.describe.tipsTitle')} lines={Object.values(words(lang, 'site.describe.tips'))} />
    {office.dutyPhone && (
      <section className="stack">
        <h2>{t(lang, 'site.describe.phoneTitle')}</h2>
        <p className="small">{t(lang, 'site.describe.phone')}</p>
        <p>
          <Phone phone={office.dutyPhone} own />
        </p>
      </section>
    )}
  </>
)
