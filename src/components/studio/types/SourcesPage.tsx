'use client'

import { useState } from 'react'
import { say as sayWords, type Words } from '../../../domain/words'
import type { SourceKind, SourceLine } from '../../../services/studio/types/view'
import { Check, Dialog, FaultNote, Icon, Mark, Note, SelectField, TextField, WordsField } from '../kit'
import { freshCode, useSaving } from '../people/useSaving'
import { useSay, useStudio } from '../words'

const KINDS: readonly SourceKind[] = ['web', 'kiosk', 'phone', 'counter', 'patrol', 'duty', 'import', 'device', 'api']

type Draft = { code: string; name: Words; kind: SourceKind; openToStaff: boolean; active: boolean }

const draftOf = (source: SourceLine | undefined): Draft =>
  (source ? { code: source.code, name: source.name, kind: source.kind, openToStaff: source.openToStaff, active: source.active } : { code: freshCode('source'), name: { zh: '' }, kind: 'phone', openToStaff: true, active: true })

const SourceForm = ({ source, onClose }: { source: SourceLine | undefined; onClose: () => void }) => {
  const say = useSay('setup')
  const act = useSay('studio')
  const [draft, setDraft] = useState(() => draftOf(source))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { fault, busy, save, remove } = useSaving('sources')
  const set = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }))
  const named = draft.name.zh.trim() !== ''
  const go = () => {
    setTried(true)
    if (named) void save({ ...(source ? { id: source.id, seen: source.seen } : {}), reason, data: draft })
  }
  const foot = (
    <>
      <button type="button" className="btn btn-main" disabled={busy} onClick={go}>{act('act.save')}</button>
      <button type="button" className="btn" onClick={onClose}>{act('act.cancel')}</button>
      {source ? <button type="button" className="btn btn-danger push" disabled={busy} onClick={() => void remove(source.id)}><Icon name="bin" />{act('act.remove')}</button> : null}
    </>
  )
  return (
    <Dialog title={source ? draft.name.zh || source.code : say('sources.add')} onClose={onClose} foot={foot}>
      <FaultNote fault={fault} />
      <WordsField label={say('sources.name')} hint={say('sources.nameHint')} value={draft.name} maxLength={60} required error={tried && !named ? say('sources.wrongName') : undefined} onChange={(name) => set({ name })} />
      <SelectField label={say('sources.kind')} hint={say('sources.kindHint')} value={draft.kind} options={KINDS.map((value) => ({ value, label: say(`sources.kinds.${value}`) }))} onChange={(value) => set({ kind: KINDS.find((kind) => kind === value) ?? 'phone' })} />
      <Check label={say('sources.openToStaff')} hint={say('sources.openHint')} checked={draft.openToStaff} onChange={(openToStaff) => set({ openToStaff })} />
      <Check label={say('sources.active')} hint={say('sources.activeHint')} checked={draft.active} onChange={(active) => set({ active })} />
      {source ? <TextField label={say('reason')} hint={say('reasonHint')} value={reason} maxLength={500} onChange={setReason} /> : <details className="more"><summary>{say('more')}</summary><TextField label={say('code')} hint={say('codeHint')} value={draft.code} maxLength={60} onChange={(code) => set({ code })} /></details>}
    </Dialog>
  )
}

const Line = ({ source, onOpen }: { source: SourceLine; onOpen?: () => void }) => {
  const say = useSay('setup')
  const { lang } = useStudio()
  const name = sayWords(source.name, lang)
  return (
    <tr className={source.active ? undefined : 'off'}>
      <th scope="row" data-l={say('sources.name')}>{onOpen ? <button type="button" className="link" onClick={onOpen}>{name}</button> : name}</th>
      <td data-l={say('sources.kind')}>{say(`sources.kinds.${source.kind}`)}</td>
      <td data-l={say('sources.openToStaff')}>{say(source.openToStaff ? 'yes' : 'no')}</td>
      <td data-l={say('types.state')}>{source.active ? <span className="muted">{say('sources.active')}</span> : <Mark tone="none">{say('types.closed')}</Mark>}</td>
    </tr>
  )
}

/** Where matters come from. */
export const SourcesPage = ({ sources, canEdit }: { sources: readonly SourceLine[]; canEdit: boolean }) => {
  const say = useSay('setup')
  const [asking, setAsking] = useState<{ source?: SourceLine }>()
  return (
    <>
      <div className="page-head"><div><h1>{say('sources.heading')}</h1><p>{say('sources.lead')}</p></div></div>
      <div className="stack">
        {canEdit ? null : <Note tone="info">{say('readOnly')}</Note>}
        <section className="panel" aria-labelledby="sources-all">
          <div className="panel-head">
            <h2 id="sources-all">{say('sources.all')}</h2><p>{say('sources.count', { n: sources.length })}</p>
            {canEdit ? <button type="button" className="btn btn-main push" onClick={() => setAsking({})}><Icon name="plus" />{say('sources.add')}</button> : null}
          </div>
          {sources.length === 0 ? <p className="empty"><b>{say('sources.none')}</b>{say('sources.noneHint')}</p> : (
            <div className="scroll">
              <table className="stacked">
                <thead><tr><th scope="col">{say('sources.name')}</th><th scope="col">{say('sources.kind')}</th><th scope="col">{say('sources.openToStaff')}</th><th scope="col">{say('types.state')}</th></tr></thead>
                <tbody>{sources.map((source) => <Line key={source.id} source={source} {...(canEdit ? { onOpen: () => setAsking({ source }) } : {})} />)}</tbody>
              </table>
            </div>
          )}
        </section>
      </div>
      {asking ? <SourceForm source={asking.source} onClose={() => setAsking(undefined)} /> : null}
    </>
  )
}
