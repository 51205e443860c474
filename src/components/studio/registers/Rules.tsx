'use client'

import { RETENTION_FLOOR_DAYS, RETENTION_MODES, RETENTION_MOST_DAYS, type RetentionRule } from '../../../domain/privacy/retention'
import { fieldsOf } from '../../../domain/registers/fields'
import { without } from '../../../domain/registers/newRegister'
import { GRID_LINKS, MAP_SYMBOLS, REGISTER_SUBJECTS, type GridLink, type MapSymbol, type RegisterDef, type RegisterSubject, type ReviewCycle } from '../../../domain/registers/types'
import { say as sayWords } from '../../../domain/words'
import { signPath } from '../../desk/registers/signs'
import { Check, NumberField, SelectField, WordsField } from '../kit'
import { useSay, useStudio } from '../words'

type Named = { code: string; name: string }
type Props = { def: RegisterDef; posts: readonly Named[]; types: readonly Named[]; canEdit: boolean; wrong: (path: string) => string | undefined; onChange: (def: RegisterDef) => void }
type PartProps = Pick<Props, 'def' | 'onChange'>

const FIRST_CYCLE: ReviewCycle = { every: 3, unit: 'months', remindDays: 7 }
const FIRST_RETENTION: RetentionRule = { days: 1095, mode: 'delete' }

const Review = ({ def, posts, onChange }: PartProps & Pick<Props, 'posts'>) => {
  const say = useSay('registers')
  const { review } = def
  const change = (part: Partial<ReviewCycle>) => onChange({ ...def, review: { ...(review ?? FIRST_CYCLE), ...part } })
  const post = (code: string): void => {
    const { post: _post, ...rest } = review ?? FIRST_CYCLE
    onChange({ ...def, review: code ? { ...rest, post: code } : rest })
  }
  return (
    <fieldset className="stack-s register-part">
      <legend>{say('studio.review')}</legend>
      <Check label={say('studio.reviewOn')} checked={review !== undefined} onChange={(on) => onChange(on ? { ...def, review: FIRST_CYCLE } : without(def, 'review'))} />
      {review ? (
        <div className="register-fields">
          <NumberField label={say('studio.every')} value={review.every} min={1} max={120} onChange={(every) => change({ every: every ?? 1 })} />
          <SelectField label={say('studio.cycleUnit')} value={review.unit} options={(['days', 'months'] as const).map((value) => ({ value, label: say(`studio.${value}`) }))} onChange={(unit) => change({ unit: unit as ReviewCycle['unit'] })} />
          <NumberField label={say('studio.remind')} value={review.remindDays} min={0} max={60} onChange={(remindDays) => change({ remindDays: remindDays ?? 0 })} />
          <SelectField label={say('studio.post')} value={review.post ?? ''} empty={say('studio.postLead')} options={posts.map(({ code, name }) => ({ value: code, label: name }))} onChange={post} />
        </div>
      ) : null}
    </fieldset>
  )
}

const Retention = ({ def, onChange }: PartProps) => {
  const say = useSay('registers')
  const { retention } = def
  const change = (part: Partial<RetentionRule>) => onChange({ ...def, retention: { ...(retention ?? FIRST_RETENTION), ...part } })
  return (
    <fieldset className="stack-s register-part">
      <legend>{say('studio.retention')}</legend>
      <p className="hint">{say('studio.retentionHint')}</p>
      <Check label={say('studio.retentionOn')} checked={retention !== undefined} onChange={(on) => onChange(on ? { ...def, retention: FIRST_RETENTION } : without(def, 'retention'))} />
      {retention ? (
        <div className="register-fields">
          <NumberField label={say('studio.retentionDays')} value={retention.days} min={RETENTION_FLOOR_DAYS} max={RETENTION_MOST_DAYS} onChange={(days) => change({ days: days ?? FIRST_RETENTION.days })} />
          <SelectField label={say('studio.retentionMode')} value={retention.mode} options={RETENTION_MODES.map((value) => ({ value, label: say(`studio.mode.${value}`) }))} onChange={(mode) => change({ mode: mode === 'delete' ? 'delete' : 'anonymise' })} />
        </div>
      ) : null}
    </fieldset>
  )
}

const Symbol = ({ def, onChange }: PartProps) => {
  const say = useSay('registers')
  const choose = (symbol: MapSymbol | undefined): void => onChange(symbol ? { ...def, symbol } : without(def, 'symbol'))
  return (
    <fieldset className="register-part">
      <legend>{say('studio.symbol')}</legend>
      <div className="register-signs">
        <label className="register-sign"><input type="radio" name="symbol" checked={def.symbol === undefined} onChange={() => choose(undefined)} /><span>{say('studio.symbolNone')}</span></label>
        {MAP_SYMBOLS.map((symbol) => (
          <label key={symbol} className="register-sign">
            <input type="radio" name="symbol" checked={def.symbol === symbol} onChange={() => choose(symbol)} />
            <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d={signPath(symbol)} /></svg><span>{say(`symbol.${symbol}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const Types = ({ def, types, onChange }: PartProps & Pick<Props, 'types'>) => {
  const say = useSay('registers')
  const toggle = (code: string, on: boolean): void => onChange({ ...def, matterTypes: on ? [...def.matterTypes, code] : def.matterTypes.filter((each) => each !== code) })
  return (
    <fieldset className="register-part">
      <legend>{say('studio.types')}</legend>
      <p className="hint">{say('studio.typesHint')}</p>
      <div className="register-checks">{types.map(({ code, name }) => <Check key={code} label={name} checked={def.matterTypes.includes(code)} onChange={(on) => toggle(code, on)} />)}</div>
    </fieldset>
  )
}

const Basics = ({ def, wrong, onChange }: PartProps & Pick<Props, 'wrong'>) => {
  const say = useSay('registers')
  const { lang } = useStudio()
  const titles = fieldsOf(def).filter(({ kind }) => kind === 'text').map(({ key, label }) => ({ value: key, label: sayWords(label, lang) }))
  const known = titles.some(({ value }) => value === def.titleQuestion)
  return (
    <div className="register-fields">
      <WordsField label={say('studio.name')} value={def.name} maxLength={200} required error={wrong('/name')} onChange={(name) => onChange({ ...def, name })} />
      <WordsField label={say('studio.intro')} hint={say('studio.introHint')} value={def.intro} maxLength={2000} lines={2} error={wrong('/intro')} onChange={(intro) => onChange(intro.zh || intro.en ? { ...def, intro } : without(def, 'intro'))} />
      <SelectField label={say('studio.subject')} value={def.subject} options={REGISTER_SUBJECTS.map((value) => ({ value, label: say(`subject.${value}`) }))} onChange={(subject) => onChange({ ...def, subject: subject as RegisterSubject })} />
      <SelectField label={say('studio.title')} hint={say('studio.titleHint')} value={known ? def.titleQuestion : ''} empty={known ? undefined : say('studio.titleNone')} options={titles} error={wrong('/titleQuestion')} onChange={(titleQuestion) => onChange({ ...def, titleQuestion })} />
      <SelectField label={say('studio.hours')} hint={say('studio.hoursHint')} value={def.hoursQuestion ?? ''} empty={say('studio.hoursNone')} options={titles} error={wrong('/hoursQuestion')} onChange={(hoursQuestion) => onChange(hoursQuestion ? { ...def, hoursQuestion } : without(def, 'hoursQuestion'))} />
      <SelectField label={say('studio.grid')} value={def.grid} options={GRID_LINKS.map((value) => ({ value, label: say(`studio.gridLink.${value}`) }))} onChange={(grid) => onChange({ ...def, grid: grid as GridLink })} />
    </div>
  )
}

/** What a register is and how it works. */
export const Rules = ({ def, posts, types, canEdit, wrong, onChange }: Props) => {
  const say = useSay('registers')
  return (
    <section className="panel panel-pad" aria-labelledby="register-rules">
      <h2 id="register-rules">{say('studio.rules')}</h2>
      <fieldset className="plain-set stack" disabled={!canEdit}>
        <legend className="sr">{say('studio.rules')}</legend>
        <Basics def={def} wrong={wrong} onChange={onChange} />
        <Symbol def={def} onChange={onChange} />
        <Review def={def} posts={posts} onChange={onChange} />
        <Retention def={def} onChange={onChange} />
        <Types def={def} types={types} onChange={onChange} />
        <Check label={say('studio.open')} hint={say('studio.openHint')} checked={def.open} onChange={(open) => onChange({ ...def, open })} />
      </fieldset>
    </section>
  )
}
