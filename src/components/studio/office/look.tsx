'use client'

import { contrast } from '../../../domain/colour'
import { CORNERS, FACES, lookFaults, OWN_BRAND, type LookField } from '../../../domain/site/look'
import { Field, Mark, SelectField, TextField } from '../kit'
import { useSay } from '../words'
import { Section, type Part } from './parts'

type Say = ReturnType<typeof useSay<'setup'>>

const Verdict = ({ field, colour, say, take }: { field: LookField; colour: string; say: Say; take: (colour: string) => void }) => {
  if (!colour) return <p className="small muted">{say(`look.empty.${field}`)}</p>
  const [fault] = lookFaults({ [field]: colour })
  if (!fault) return <Mark tone="ok">{say('look.good')}</Mark>
  if (fault.kind === 'shape') return <Mark tone="stop">{say('office.brandShape')}</Mark>
  return (
    <div className="stack-s">
      <Mark tone="stop">{say('look.pale', { pair: say(`look.pair.${fault.pair}`), ratio: fault.ratio.toFixed(1), least: fault.least })}</Mark>
      <button type="button" className="btn btn-small" onClick={() => take(fault.proposal)}>
        <span className="look-chip" style={{ background: fault.proposal }} aria-hidden="true" />{say('look.take', { colour: fault.proposal })}
      </button>
    </div>
  )
}

const Colour = ({ field, part: { form, set, wrong }, say }: { field: LookField; part: Part; say: Say }) => {
  const value = form[field]
  const shown = contrast(value, '#FFFFFF') === null ? form.brand && contrast(form.brand, '#FFFFFF') !== null ? form.brand : OWN_BRAND : value
  const take = (colour: string): void => set({ [field]: colour.toUpperCase() })
  return (
    <>
      <TextField label={say(`look.${field}`)} hint={say(`look.${field}Hint`)} value={value} maxLength={7} error={wrong(field)} onChange={(next) => set({ [field]: next })} />
      <Field label={say(`look.${field}Pick`)}>{(control) => <input {...control} className="input brand-pick" type="color" value={shown} onChange={(event) => take(event.target.value)} />}</Field>
      <div role="status"><Verdict field={field} colour={value} say={say} take={take} /></div>
    </>
  )
}

/** The office's colours, corners and heading face: checked as they are chosen, with the nearest colour that passes. */
export const Look = (part: Part) => {
  const say = useSay('setup')
  const { form, set } = part
  return (
    <Section id="o-look" title={say('office.look')} hint={say('look.lead')}>
      <div className="cols look-cols">
        <Colour field="brand" part={part} say={say} />
        <Colour field="accent" part={part} say={say} />
      </div>
      <div className="cols cols-even">
        <SelectField label={say('look.corner')} value={form.corner} empty={say('look.usual')} options={CORNERS.map((value) => ({ value, label: say(`look.corners.${value}`) }))} onChange={(value) => set({ corner: CORNERS.find((each) => each === value) ?? '' })} />
        <SelectField label={say('look.headingFace')} value={form.headingFace} empty={say('look.usual')} options={FACES.map((value) => ({ value, label: say(`look.faces.${value}`) }))} onChange={(value) => set({ headingFace: FACES.find((each) => each === value) ?? '' })} />
      </div>
    </Section>
  )
}
