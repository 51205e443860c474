'use client'

import type { ReactNode } from 'react'
import { RETENTION_FLOOR_DAYS, RETENTION_MODES, RETENTION_MOST_DAYS } from '../../../domain/privacy/retention'
import type { OfficeForm } from '../../../services/studio/office/view'
import { Check, NumberField, SelectField, TextField, WordsField } from '../kit'
import { useSay } from '../words'

export type Part = { form: OfficeForm; set: (change: Partial<OfficeForm>) => void; wrong: (field: keyof OfficeForm) => string | undefined }

export const Section = ({ id, title, hint, children }: { id: string; title: string; hint?: string; children: ReactNode }) => (
  <section className="panel" aria-labelledby={id}>
    <div className="panel-head"><h2 id={id}>{title}</h2>{hint ? <p>{hint}</p> : null}</div>
    <div className="panel-pad">{children}</div>
  </section>
)

/** What the office is called. */
export const Names = ({ form, set, wrong }: Part) => {
  const say = useSay('setup')
  return (
    <Section id="o-names" title={say('office.names')} hint={say('office.namesHint')}>
      <div className="cols cols-even">
        <WordsField label={say('office.name')} hint={say('office.nameHint')} value={form.name} maxLength={80} required error={wrong('name')} onChange={(name) => set({ name })} />
        <WordsField label={say('office.shortName')} hint={say('office.shortHint')} value={form.shortName} maxLength={20} error={wrong('shortName')} onChange={(shortName) => set({ shortName })} />
        <TextField label={say('office.seal')} hint={say('office.sealHint')} value={form.seal} maxLength={2} error={wrong('seal')} onChange={(seal) => set({ seal })} />
      </div>
    </Section>
  )
}

/** How residents reach it. */
export const Reach = ({ form, set, wrong }: Part) => {
  const say = useSay('setup')
  return (
    <Section id="o-reach" title={say('office.reach')}>
      <div className="cols cols-even">
        <TextField label={say('office.dutyPhone')} hint={say('office.dutyHint')} inputMode="tel" value={form.dutyPhone} maxLength={40} error={wrong('dutyPhone')} onChange={(dutyPhone) => set({ dutyPhone })} />
        <TextField label={say('office.phone')} hint={say('office.phoneHint')} inputMode="tel" value={form.phone} maxLength={40} error={wrong('phone')} onChange={(phone) => set({ phone })} />
        <WordsField label={say('office.address')} hint={say('office.addressHint')} value={form.address} onChange={(address) => set({ address })} />
        <WordsField label={say('office.hours')} hint={say('office.hoursHint')} value={form.hours} onChange={(hours) => set({ hours })} />
      </div>
    </Section>
  )
}

/** Whether residents may report at the moment. */
export const Door = ({ form, set }: Part) => {
  const say = useSay('setup')
  return (
    <Section id="o-door" title={say('office.door')}>
      <div className="stack">
        <SelectField label={say('office.doorState')} hint={say('office.doorHint')} value={form.reportDoor} options={(['open', 'closed'] as const).map((value) => ({ value, label: say(`office.doors.${value}`) }))} onChange={(value) => set({ reportDoor: value === 'closed' ? 'closed' : 'open' })} />
        {form.reportDoor === 'closed' ? <WordsField label={say('office.closedWords')} hint={say('office.closedHint')} lines={3} value={form.reportClosedWords} onChange={(reportClosedWords) => set({ reportClosedWords })} /> : null}
      </div>
    </Section>
  )
}

/** How long things are kept, how near a boundary is, how units are numbered. */
export const Figures = ({ form, set, wrong }: Part) => {
  const say = useSay('setup')
  return (
    <Section id="o-figures" title={say('office.figures')}>
      <div className="cols cols-even">
        <NumberField label={say('office.contactRetentionDays')} hint={say('office.contactHint')} min={1} max={3650} value={form.contactRetentionDays} error={wrong('contactRetentionDays')} onChange={(days) => set({ contactRetentionDays: days ?? 90 })} />
        <NumberField label={say('office.draftHours')} hint={say('office.draftHint')} min={1} max={168} value={form.draftHours} error={wrong('draftHours')} onChange={(draftHours) => set({ draftHours: draftHours ?? 24 })} />
        <NumberField label={say('office.nearBoundaryMetres')} hint={say('office.boundaryHint')} min={0} max={500} value={form.nearBoundaryMetres} error={wrong('nearBoundaryMetres')} onChange={(metres) => set({ nearBoundaryMetres: metres ?? 0 })} />
        <SelectField label={say('office.codePattern')} hint={say('office.codeHint')} value={form.codePattern} options={(['free', 'digits14', 'digits15'] as const).map((value) => ({ value, label: say(`office.codes.${value}`) }))} onChange={(value) => set({ codePattern: (['digits14', 'digits15'] as const).find((one) => one === value) ?? 'free' })} />
      </div>
    </Section>
  )
}

/** How long whole matters are kept, and whether the portal sees to it by itself. */
export const Keeping = ({ form, set, wrong }: Part) => {
  const say = useSay('setup')
  return (
    <Section id="o-keeping" title={say('office.keeping')}>
      <div className="cols cols-even">
        <NumberField label={say('office.keep')} hint={say('office.keepHint')} min={RETENTION_FLOOR_DAYS} max={RETENTION_MOST_DAYS} value={form.retentionDays ?? undefined} error={wrong('retentionDays')} onChange={(days) => set({ retentionDays: days ?? null })} />
        <SelectField label={say('office.then')} value={form.retentionMode} options={RETENTION_MODES.map((value) => ({ value, label: say(`office.mode.${value}`) }))} onChange={(value) => set({ retentionMode: value === 'delete' ? 'delete' : 'anonymise' })} />
        <NumberField label={say('office.erasureReplyDays')} hint={say('office.erasureHint')} min={1} max={60} value={form.erasureReplyDays} error={wrong('erasureReplyDays')} onChange={(days) => set({ erasureReplyDays: days ?? 15 })} />
        <Check label={say('office.retentionOn')} hint={say('office.retentionOnHint')} checked={form.retentionOn} onChange={(retentionOn) => set({ retentionOn })} />
      </div>
    </Section>
  )
}
