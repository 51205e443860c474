'use client'

import { useRouter } from 'next/navigation'
import { useMemo, useState, type ReactNode } from 'react'
import type { CategoriesView, CategoryLine, CategoryView } from '../../../services/studio/categories/view'
import { ask, saveRow, type Fault } from '../api'
import { FaultNote, Icon, Mark, moved, SortableRows } from '../kit'
import { Tree } from '../territory/Tree'
import { ReadOnly } from '../territory/UnitPane'
import { useArrival } from '../territory/useArrival'
import { useChosen } from '../territory/useChosen'
import { useHash } from '../territory/useHash'
import { useUnsaved, type Typed, type Unsaved } from '../territory/useUnsaved'
import { useSay, useStudio } from '../words'
import { CategoryForm, type CategoryFields } from './CategoryPane'
import { AddCategory, CloseCategory, MoveCategory, RemoveCategory, type OneProps } from './dialogs'

type Can = { edit: boolean }
type Asking = 'add' | 'addTop' | 'close' | 'move' | 'remove'

const DIALOGS: Record<Exclude<Asking, 'add' | 'addTop'>, (props: OneProps) => ReactNode> = { close: CloseCategory, move: MoveCategory, remove: RemoveCategory }

/** The categories beside the chosen one, in their order. */
const Siblings = ({ rows, chosen, can, onSaved }: { rows: CategoryLine[]; chosen: string; can: Can; onSaved: () => Promise<void> }) => {
  const say = useSay('studioTerritory')
  const [fault, setFault] = useState<Fault>()
  const order = async (from: number, to: number): Promise<void> => {
    const answer = await ask('categories/order', { method: 'POST', json: { ids: moved(rows, from, to).map(({ id }) => id) } })
    setFault(answer.ok ? undefined : answer.fault)
    if (answer.ok) await onSaved()
  }
  return (
    <details className="more">
      <summary>{say('categories.order')}</summary>
      <SortableRows items={rows.map(({ id, name }) => ({ id, name, current: id === chosen, content: <span className="title">{name}</span> }))} movable={can.edit} onMove={(from, to) => void order(from, to)} />
      <FaultNote fault={fault} />
    </details>
  )
}

type ChosenProps = { row: CategoryView; name: string; view: CategoriesView; can: Can; arrived: boolean; typed: Typed<CategoryFields> | undefined; onTyped: (typed: Typed<CategoryFields> | undefined) => void; onSaved: () => Promise<void>; onAsk: (what: Asking) => void }

const ChosenCategory = ({ row, name, view, can, arrived, typed, onTyped, onSaved, onAsk }: ChosenProps) => {
  const head = useArrival(arrived)
  const say = useSay('studioTerritory')
  const [fault, setFault] = useState<Fault>()
  const siblings = view.categories.filter(({ parent, active }) => parent === row.parent && active)
  const unused = row.open + row.done === 0 && !view.categories.some(({ parent }) => parent === row.id)
  const reopen = async (): Promise<void> => {
    const answer = await saveRow('risk-categories', { id: row.id, data: { active: true }, seen: row.seen })
    setFault(answer.ok ? undefined : answer.fault)
    if (answer.ok) await onSaved()
  }
  return (
    <section className="pane stack" aria-labelledby="category-head">
      <div><h2 id="category-head" ref={head} tabIndex={-1}>{name}</h2><p className="small muted">{say('categories.code')} {row.code} · {say('categories.usesCount', { open: row.open, done: row.done })}</p>{row.active ? null : <Mark tone="none">{say('categories.isClosed')}</Mark>}</div>
      {can.edit ? (
        <div className="bar" role="group" aria-label={name}>
          {row.active ? (
            <>
              <button type="button" className="btn btn-small" onClick={() => onAsk('add')}><Icon name="plus" />{say('categories.addBelow')}</button>
              <button type="button" className="btn btn-small" onClick={() => onAsk('move')}><Icon name="arrow" />{say('act.move')}</button>
              <button type="button" className="btn btn-small btn-danger" onClick={() => onAsk('close')}><Icon name="stop" />{say('categories.close')}</button>
            </>
          ) : <button type="button" className="btn btn-small" onClick={() => void reopen()}>{say('categories.reopen')}</button>}
          {unused ? <button type="button" className="btn btn-small" onClick={() => onAsk('remove')}><Icon name="bin" />{say('categories.remove')}</button> : null}
        </div>
      ) : null}
      <FaultNote fault={fault} />
      <CategoryForm key={row.id} row={row} view={view} canEdit={can.edit} onSaved={onSaved} typed={typed} onTyped={onTyped} />
      {siblings.length > 1 ? <Siblings rows={siblings} chosen={row.id} can={can} onSaved={onSaved} /> : null}
    </section>
  )
}

const Head = ({ can, onAdd }: { can: Can; onAdd: () => void }) => {
  const say = useSay('studioTerritory')
  return (
    <div className="page-head">
      <div><h1>{say('categories.title')}</h1><p>{say('categories.lead')}</p></div>
      {can.edit ? <span className="bar"><a className="btn" href="/admin/structure/categories/import"><Icon name="file" />{say('importLink')}</a><button type="button" className="btn" onClick={onAdd}><Icon name="plus" />{say('categories.add')}</button></span> : null}
    </div>
  )
}

const TreePane = ({ view, chosen, unsaved, onChoose }: { view: CategoriesView; chosen: string | undefined; unsaved: Unsaved<CategoryFields>; onChoose: (id: string) => void }) => {
  const say = useSay('studioTerritory')
  const nodes = useMemo(() => view.categories.map((line) => ({ ...line, muted: !line.active })), [view.categories])
  return (
    <section className="pane" aria-labelledby="categories-head">
      <h2 id="categories-head">{say('categories.tree')} <small className="muted">{say('categories.counts', { count: view.categories.filter(({ active }) => active).length })}</small></h2>
      <Tree nodes={nodes} chosen={chosen} onChoose={onChoose} label={say('categories.label')} find={say('categories.find')} closed={(count) => say('categories.closed', { count })}
        beside={({ id, active }) => (unsaved.of(id) ? <Mark tone="warn">{say('tree.unsaved')}</Mark> : active ? null : <Mark tone="none">{say('categories.isClosed')}</Mark>)} />
    </section>
  )
}

const Waiting = ({ fault }: { fault: Fault | undefined }) => {
  const say = useSay('studioTerritory')
  return <section className="pane">{fault ? <FaultNote fault={fault} /> : <p className="empty" role="status">{say('unit.loading')}</p>}</section>
}

type AskingProps = { asking: Asking | undefined; row: CategoryView | undefined; name: string; view: CategoriesView; onClose: () => void; onDone: (id: string | undefined) => Promise<void> }

const Dialogs = ({ asking, row, name, view, onClose, onDone }: AskingProps) => {
  if (asking === undefined) return null
  if (asking === 'add' || asking === 'addTop') return <AddCategory view={view} parent={asking === 'add' ? row?.id : undefined} onClose={onClose} onMade={onDone} />
  const One = DIALOGS[asking]
  return row ? <One row={row} name={name} view={view} onClose={onClose} onDone={onDone} /> : null
}

const chosenOf = ({ categories }: CategoriesView, hash: string): CategoryLine | undefined => categories.find(({ id }) => id === hash) ?? categories.find(({ parent, active }) => !parent && active)

/** The tree of categories, and what the chosen one means. */
export const CategoriesEditor = ({ view, can }: { view: CategoriesView; can: Can }) => {
  const say = useSay('studioTerritory')
  const router = useRouter()
  const [hash, choose] = useHash()
  const [asking, setAsking] = useState<Asking>()
  const [arrived, setArrived] = useState<string>()
  const unsaved = useUnsaved<CategoryFields>()
  const { lang } = useStudio()
  const chosen = arrived && hash === arrived ? arrived : chosenOf(view, hash)?.id
  const { data: row, fault, reload } = useChosen<CategoryView>('categories', chosen)
  const nameOf = ({ id, name }: CategoryView): string => view.categories.find((each) => each.id === id)?.name ?? (name[lang] || name.zh)
  const saved = async (): Promise<void> => {
    await reload()
    router.refresh()
  }
  const done = async (id: string | undefined): Promise<void> => {
    const next = id ?? row?.parent ?? ''
    setArrived(next)
    setAsking(undefined)
    choose(next)
    if (id) await reload()
    router.refresh()
  }
  const go = (id: string): void => {
    setArrived(undefined)
    choose(id)
  }
  return (
    <>
      <Head can={can} onAdd={() => setAsking('addTop')} />
      {can.edit ? null : <ReadOnly />}
      {view.categories.length === 0 ? <div className="panel empty"><b>{say('categories.none')}</b><p>{say('categories.noneHint')}</p></div> : (
        <div className="panel cols cols-tree">
          <TreePane view={view} chosen={chosen} unsaved={unsaved} onChoose={go} />
          {row ? <ChosenCategory row={row} name={nameOf(row)} view={view} can={can} arrived={arrived === row.id} typed={unsaved.of(row.id)} onTyped={(typed) => unsaved.keep(row.id, typed)} onSaved={saved} onAsk={setAsking} /> : <Waiting fault={fault} />}
        </div>
      )}
      <Dialogs asking={asking} row={row} name={row ? nameOf(row) : ''} view={view} onClose={() => setAsking(undefined)} onDone={done} />
    </>
  )
}
