'use client'

import { useId, useState, type ComponentType } from 'react'
import { localDay } from '../time'
import { CLOCK_FILTERS, QUEUE_SORTS, type QueueOptions, type QueueQuery } from '../types'
import { Picker } from '../ui/Picker'
import { UnitTree } from '../ui/UnitTree'
import { useDesk, useWords } from '../words'
import { DEFAULT_SORT, ownerName, type SlotName } from './describe'

export type BodyProps = { query: QueueQuery; options: QueueOptions; onChange: (change: Partial<QueueQuery>, named?: Record<string, string>) => void }

type Item = { code: string; name: string; depth?: number }
type ChecksProps = { items: Item[]; value: string[]; onChange: (value: string[]) => void }

const MANY = 12

/** Any of a list; a long list can be narrowed by typing. */
const Checks = ({ items, value, onChange }: ChecksProps) => {
  const say = useWords()
  const [part, setPart] = useState('')
  const shown = part ? items.filter(({ name }) => name.includes(part.trim())) : items
  const toggle = (code: string, on: boolean) => onChange(on ? [...value, code] : value.filter((known) => known !== code))
  return (
    <span className="checks">
      {items.length > MANY ? <input className="input" type="search" aria-label={say('queue.narrow')} placeholder={say('queue.narrow')} value={part} onChange={(event) => setPart(event.target.value)} /> : null}
      <span className="checks-list">
        {shown.map(({ code, name, depth = 0 }) => (
          <label key={code} className="tick" data-depth={Math.min(depth, 4)}>
            <input type="checkbox" checked={value.includes(code)} onChange={(event) => toggle(code, event.target.checked)} />
            {name}
          </label>
        ))}
        {shown.length ? null : <span className="hint">{say('picker.none')}</span>}
      </span>
    </span>
  )
}

const fromRefs = (refs: { id: string; name: string; depth?: number }[]): Item[] => refs.map(({ id, name, depth }) => ({ code: id, name, depth }))

const UnitBody = ({ query, options, onChange }: BodyProps) => (
  <UnitTree all value={query.unit ? { id: query.unit, name: options.named[query.unit] ?? '', above: [] } : null}
    onChange={(unit) => onChange({ unit: unit?.id }, unit ? { [unit.id]: unit.name } : undefined)} />
)

const PhaseBody = ({ query, options, onChange }: BodyProps) => (
  <Checks items={options.phases} value={query.phase ?? []} onChange={(value) => onChange({ phase: options.phases.map(({ code }) => code).filter((code) => value.includes(code)) })} />
)

const OwnerBody = ({ query, options, onChange }: BodyProps) => {
  const desk = useDesk()
  const id = useId()
  const value = query.owner ?? []
  const teams = options.teams.map(({ id: team, name }) => ({ code: `team:${team}`, name }))
  const fixed = (['me', 'nobody'] as const).map((code) => ({ code, name: desk.say(`queue.owner.${code}`) }))
  const known = new Set([...fixed, ...teams].map(({ code }) => code as string))
  const others = value.filter((owner) => !known.has(owner)).map((code) => ({ code, name: ownerName(code, options, desk) }))
  return (
    <>
      <Checks items={[...fixed, ...others, ...teams]} value={value} onChange={(owner) => onChange({ owner })} />
      <Picker control={{ id }} kind="owner" value={null} onChange={(found) => {
        if (found) onChange({ owner: [...new Set([...value, `${found.kind}:${found.id}`])] }, { [found.id]: found.name })
      }} />
    </>
  )
}

const DatesBody = ({ query, onChange }: BodyProps) => {
  const say = useWords()
  return (
    <span className="pair">
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="field"><span className="field-name">{say(`queue.dates.${name}Label`)}</span>
          <input className="input" type="date" value={query[name] ?? ''} min={name === 'to' ? query.from : undefined} onChange={(event) => onChange({ [name]: event.target.value || undefined })} />
        </label>
      ))}
    </span>
  )
}

const ClosedOnBody = ({ query, onChange }: BodyProps) => {
  const { say, now, timeZone } = useDesk()
  return (
    <input className="input" type="date" aria-label={say('queue.slots.closedOn')} max={localDay(now, timeZone)} value={query.closedOn ?? ''}
      onChange={(event) => onChange({ closedOn: event.target.value || undefined })} />
  )
}

const TextBody = ({ query, onChange }: BodyProps) => {
  const say = useWords()
  const [text, setText] = useState(query.text ?? '')
  const apply = () => { if (text.trim() !== (query.text ?? '')) onChange({ text: text.trim() || undefined }) }
  return (
    <input className="input" type="search" aria-label={say('queue.slots.text')} value={text} maxLength={200} onChange={(event) => setText(event.target.value)} onBlur={apply}
      onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); apply() } }} />
  )
}

const SortBody = ({ query, onChange }: BodyProps) => {
  const say = useWords()
  return (
    <span className="checks-list">
      {QUEUE_SORTS.map((sort) => (
        <label key={sort} className="tick"><input type="radio" name="sort" checked={(query.sort ?? DEFAULT_SORT) === sort} onChange={() => onChange({ sort })} />{say(`queue.sort.${sort}`)}</label>
      ))}
    </span>
  )
}

const FlagBody = ({ name }: { name: 'returned' | 'closed' }) => <span className="hint">{useWords()(`queue.flag.${name}`)}</span>

type ListSlot = 'source' | 'category' | 'clock' | 'step' | 'tag'

const BODIES: Record<Exclude<SlotName, ListSlot>, ComponentType<BodyProps>> = {
  unit: UnitBody, phase: PhaseBody, owner: OwnerBody, dates: DatesBody, closedOn: ClosedOnBody, text: TextBody, sort: SortBody,
  returned: () => <FlagBody name="returned" />, closed: () => <FlagBody name="closed" />,
}

const isOwn = (name: SlotName): name is keyof typeof BODIES => Object.hasOwn(BODIES, name)

/** What opens in a slot. */
export const SlotBody = ({ name, ...props }: BodyProps & { name: SlotName }) => {
  const { query, options, onChange } = props
  const say = useWords()
  if (!isOwn(name)) return <Checks {...listOf(name, options, say)} value={query[name] ?? []} onChange={(value) => onChange({ [name]: value })} />
  const Body = BODIES[name]
  return <Body {...props} />
}

const listOf = (name: ListSlot, options: QueueOptions, say: ReturnType<typeof useWords>): { items: Item[] } => {
  const lists: Record<ListSlot, () => Item[]> = {
    source: () => fromRefs(options.sources),
    category: () => fromRefs(options.categories),
    clock: () => CLOCK_FILTERS.map((code) => ({ code, name: say(`queue.clock.${code}`) })),
    step: () => options.steps,
    tag: () => options.tags.map((tag) => ({ code: tag, name: tag })),
  }
  return { items: lists[name]() }
}
