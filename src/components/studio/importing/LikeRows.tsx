'use client'

import type { ImportView } from '../../../services/structure/importView'
import { useSay } from '../words'

type Row = ImportView['rows'][number]

const SHOWN = 200

/** What is merged into what: rows by their place in the file. */
const mergesOf = (rows: readonly Row[]): Record<string, string> => Object.fromEntries(rows.flatMap(({ at, merged, like = [] }) => (merged && like[0] ? [[String(at), like[0].id]] : [])))

const LikeRow = ({ row, busy, onChoose }: { row: Row; busy: boolean; onChoose: (id: string) => void }) => {
  const say = useSay('studioTerritory')
  const name = say('import.like.row', { line: row.line, name: row.name })
  return (
    <li className="bar">
      <span>{name}</span>
      <select className="slot push" aria-label={name} disabled={busy} value={row.merged ? (row.like?.[0]?.id ?? '') : ''} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{say('import.like.new')}</option>
        {(row.like ?? []).map(({ id, name: into, code }) => <option key={id} value={id}>{say('import.like.into', { name: into, code })}</option>)}
      </select>
    </li>
  )
}

/** Rows that may mean what stands already: each is new, or merged into that. */
export const LikeRows = ({ rows, busy, onMerge }: { rows: readonly Row[]; busy: boolean; onMerge: (merges: Record<string, string>) => void }) => {
  const say = useSay('studioTerritory')
  const like = rows.filter((row) => (row.like?.length ?? 0) > 0)
  if (like.length === 0) return null
  const merges = mergesOf(rows)
  const choose = (at: number, id: string): void => {
    const { [String(at)]: _, ...others } = merges
    onMerge(id ? { ...others, [at]: id } : others)
  }
  const all = Object.fromEntries(like.flatMap(({ at, like: [first] = [] }) => (first ? [[String(at), first.id]] : [])))
  return (
    <section className="like-rows" aria-labelledby="like-head">
      <div className="stack-s">
        <h3 id="like-head">{say('import.like.heading', { count: like.length })}</h3>
        <p className="small">{say('import.like.lead')}</p>
        <ul className="stack-s">{like.slice(0, SHOWN).map((row) => <LikeRow key={row.at} row={row} busy={busy} onChoose={(id) => choose(row.at, id)} />)}</ul>
        <div className="bar">
          <button type="button" className="btn btn-small" disabled={busy} onClick={() => onMerge(all)}>{say('import.like.all')}</button>
          <button type="button" className="btn btn-small" disabled={busy || Object.keys(merges).length === 0} onClick={() => onMerge({})}>{say('import.like.none')}</button>
        </div>
      </div>
    </section>
  )
}
