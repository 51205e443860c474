'use client'

import { isFiling, isMail, tidyFiling, type FilingKind } from '../../../domain/site/filings'
import type { OfficeForm } from '../../../services/studio/office/view'
import { SelectField, TextField, WordsField } from '../kit'
import { useSay } from '../words'
import { Section, type Part } from './parts'

type NumberFieldName = Extract<keyof OfficeForm, 'footerIcp' | 'footerPolice' | 'footerSiteCode'>

const KIND: Record<NumberFieldName, FilingKind> = { footerIcp: 'icp', footerPolice: 'police', footerSiteCode: 'siteCode' }

const FilingField = ({ field, part: { form, set, wrong } }: { field: NumberFieldName; part: Part }) => {
  const say = useSay('setup')
  const kind = KIND[field]
  const sound = isFiling(kind, tidyFiling(form[field]))
  return <TextField label={say(`office.${field}`)} hint={say(`foot.hint.${kind}`)} value={form[field]} maxLength={60} error={wrong(field) ?? (sound ? undefined : say(`foot.wrong.${kind}`))} onChange={(value) => set({ [field]: value })} />
}

/** What the foot of every public page says, each number in the form it is issued in. */
export const Footer = (part: Part) => {
  const say = useSay('setup')
  const { form, set, wrong } = part
  const mail = form.footerFaultMail
  return (
    <Section id="o-footer" title={say('office.footer')} hint={say('office.footerHint')}>
      <div className="cols cols-even">
        <WordsField label={say('office.footerHost')} value={form.footerHost} onChange={(footerHost) => set({ footerHost })} />
        <WordsField label={say('foot.support')} value={form.footerSupport} onChange={(footerSupport) => set({ footerSupport })} />
        <FilingField field="footerIcp" part={part} />
        <FilingField field="footerPolice" part={part} />
        <FilingField field="footerSiteCode" part={part} />
        <WordsField label={say('foot.contact')} hint={say('foot.contactHint')} lines={2} value={form.footerContact} onChange={(footerContact) => set({ footerContact })} />
        <SelectField label={say('foot.fault')} hint={say('foot.faultHint')} value={form.footerFault} options={(['report', 'mail', 'none'] as const).map((value) => ({ value, label: say(`foot.faults.${value}`) }))} onChange={(value) => set({ footerFault: (['mail', 'none'] as const).find((each) => each === value) ?? 'report' })} />
        {form.footerFault === 'mail' ? <TextField label={say('foot.mail')} inputMode="email" value={mail} maxLength={120} error={wrong('footerFaultMail') ?? (isMail(mail) ? undefined : say('foot.wrong.mail'))} onChange={(footerFaultMail) => set({ footerFaultMail })} /> : null}
      </div>
    </Section>
  )
}

/** What residents read where there is no page, and where one failed. */
export const ErrorWords = ({ form, set }: Part) => {
  const say = useSay('setup')
  return (
    <Section id="o-errors" title={say('errorWords.title')} hint={say('errorWords.hint')}>
      <div className="cols cols-even">
        <WordsField label={say('errorWords.notFound')} hint={say('errorWords.notFoundHint')} lines={3} maxLength={300} value={form.notFoundWords} onChange={(notFoundWords) => set({ notFoundWords })} />
        <WordsField label={say('errorWords.failed')} hint={say('errorWords.failedHint')} lines={3} maxLength={300} value={form.failedWords} onChange={(failedWords) => set({ failedWords })} />
      </div>
    </Section>
  )
}
