'use client'

import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import type { TerritoryView, UnitLine } from '../../../services/studio/territory/view'
import type { UnitView } from '../../../services/studio/territory/unit'
import type { Fault } from '../api'
import { FaultNote, Icon, Mark } from '../kit'
import { useSay, useStudio } from '../words'
import { ACTS, mayHang, type ActName } from './acts'
import { AddUnit } from './AddUnit'
import { MapPane } from './MapPane'
import { RulesPanel } from './RulesPanel'
import { TasksNote } from './TasksNote'
import { Tree } from './Tree'
import { ReadOnly, UnitFacts, UnitForm, type UnitFields } from './UnitPane'
import { useArrival } from './useArrival'
import { useChosen } from './useChosen'
import { useHash } from './useHash'
import { useUnsaved, type Typed, type Unsaved } from './useUnsaved'
import { useGiven } from './useGiven'

type Can = { edit: boolean }

const Empty = ({ view, can, onAdd }: { view: TerritoryView; can: Can; onAdd: () => void }) => {
  const say = useSay('studioTerritory')
  const noLevels = view.levels.length === 0
  return (
    <div className="panel empty">
      <b>{say(noLevels ? 'empty.noLevels' : 'empty.noUnits')}</b>
      <p>{say(noLevels ? 'empty.noLevelsHint' : 'empty.noUnitsHint')}</p>
      <p className="bar bar-mid">
        {noLevels ? <a className="btn btn-main" href="/admin/structure/levels">{say('empty.toLevels')}</a> : can.edit ? <><button type="button" className="btn btn-main" onClick={onAdd}>{say('add')}</button><a className="btn" href="/admin/structure/units/import">{say('importLink')}</a></> : null}
      </p>
    </div>
  )
}

const ACT_ICONS = { move: 'arrow', split: 'copy', merge: 'plus', close: 'stop' } as const

const UnitHead = ({ unit, name, view, arrived }: { unit: UnitView; name: string; view: TerritoryView; arrived: boolean }) => {
  const head = useArrival(arrived)
  const say = useSay('studioTerritory')
  const { lang } = useStudio()
  const level = view.levels.find(({ id }) => id === unit.level)
  return (
    <div>
      <h2 id="unit-head" ref={head} tabIndex={-1}>{name}</h2>
      <p className="small muted">{[level?.name[lang] || level?.name.zh, `${say('unit.code')} ${unit.code}`].filter(Boolean).join(' · ')}</p>
      {unit.active ? null : <Mark tone="none">{say('act.closed')}</Mark>}
    </div>
  )
}

type ChosenProps = { unit: UnitView; name: string; view: TerritoryView; can: Can; /** Shown because of what was just done, not because it was chosen in the tree. */ arrived: boolean; typed: Typed<UnitFields> | undefined; onTyped: (typed: Typed<UnitFields> | undefined) => void; onSaved: () => Promise<void>; onAct: (act: ActName) => void; onAdd: () => void }

const ChosenUnit = ({ unit, name, view, can, arrived, typed, onTyped, onSaved, onAct, onAdd }: ChosenProps) => {
  const say = useSay('studioTerritory')
  // saving the boundary brings the unit anew, and the map with it; another unit has nothing saved
  const [drawn, setDrawn] = useGiven(unit.id, () => false)
  const keepDrawn = async (): Promise<void> => {
    setDrawn(true)
    await onSaved()
  }
  const below = view.units.filter(({ parent, active }) => parent === unit.id && active).length
  return (
    <>
      <section className="pane pane-map" aria-labelledby="map-head"><MapPane key={`${unit.id} ${unit.seen}`} unit={unit} name={name} canEdit={can.edit} saved={drawn} onSaved={keepDrawn} /></section>
      <section className="pane stack" aria-labelledby="unit-head">
        <UnitHead unit={unit} name={name} view={view} arrived={arrived} />
        <UnitForm key={unit.id} unit={unit} view={view} canEdit={can.edit} onSaved={onSaved} typed={typed} onTyped={onTyped} />
        <UnitFacts unit={unit} below={below} />
        {can.edit && unit.active ? (
          <div className="bar" role="group" aria-label={say('act.heading')}>
            <button type="button" className="btn btn-small" onClick={onAdd}><Icon name="plus" />{say('add')}</button>
            {(['move', 'split', 'merge', 'close'] as const).filter((act) => act !== 'move' || unit.parent).filter((act) => act !== 'split' || unit.parent).map((act) => (
              <button key={act} type="button" className={act === 'close' ? 'btn btn-small btn-danger' : 'btn btn-small'} onClick={() => onAct(act)}><Icon name={ACT_ICONS[act]} />{say(`act.${act}`)}</button>
            ))}
          </div>
        ) : null}
      </section>
    </>
  )
}

type Asking = ActName | 'add'

const Head = ({ view, can, onAdd }: { view: TerritoryView; can: Can; onAdd: () => void }) => {
  const say = useSay('studioTerritory')
  return (
    <div className="page-head">
      <div><h1>{say('title')}</h1><p>{say('lead')}</p></div>
      <span className="bar">
        <a className="btn" href="/admin/structure/levels">{say('levelsLink')}</a>
        {can.edit && view.levels.length > 0 ? <><a className="btn" href="/admin/structure/units/import"><Icon name="file" />{say('importLink')}</a><button type="button" className="btn" onClick={onAdd}><Icon name="plus" />{say('add')}</button></> : null}
      </span>
    </div>
  )
}

const TreePane = ({ view, chosen, unsaved, onChoose, onDrop }: { view: TerritoryView; chosen: string | undefined; unsaved: Unsaved<UnitFields>; onChoose: (id: string) => void; onDrop?: (id: string, onto: string) => void }) => {
  const say = useSay('studioTerritory')
  const nodes = useMemo(() => view.units.map((line) => ({ ...line, muted: !line.active })), [view.units])
  const beside = ({ id, active, short }: UnitLine) => {
    if (unsaved.of(id)) return <Mark tone="warn">{say('tree.unsaved')}</Mark>
    if (!active) return <Mark tone="none">{say('tree.isClosed')}</Mark>
    return short ? <Mark tone="warn">{say('tree.short')}</Mark> : null
  }
  return (
    <section className="pane" aria-labelledby="tree-head">
      <h2 id="tree-head">{say('tree.heading')} <small className="muted">{say('tree.counts', { levels: view.levels.length, units: view.units.filter(({ active }) => active).length })}</small></h2>
      <Tree nodes={nodes} chosen={chosen} onChoose={onChoose} label={say('tree.label')} find={say('tree.find')} closed={(count) => say('tree.closed', { count })} beside={beside} drag={onDrop && { may: (id, onto) => mayHang(view, id, onto), drop: onDrop }} />
    </section>
  )
}

const Waiting = ({ chosen, fault }: { chosen: string | undefined; fault: Fault | undefined }) => {
  const say = useSay('studioTerritory')
  if (fault) return <section className="pane pane-wide"><FaultNote fault={fault} /></section>
  return <section className="pane pane-wide"><p className="empty" role="status">{chosen ? say('unit.loading') : <><b>{say('empty.pick')}</b>{say('empty.pickHint')}</>}</p></section>
}

type AskingProps = { asking: Asking | undefined; onto: string | undefined; unit: UnitView | undefined; name: string; view: TerritoryView; onClose: () => void; onDone: (id: string) => Promise<void> }

const Dialogs = ({ asking, onto, unit, name, view, onClose, onDone }: AskingProps) => {
  if (asking === undefined) return null
  if (asking === 'add') return <AddUnit view={view} parent={unit?.active ? unit.id : undefined} onClose={onClose} onMade={onDone} />
  const Act = ACTS[asking]
  return unit ? <Act unit={unit} name={name} view={view} onto={onto} onClose={onClose} onDone={onDone} /> : null
}

/** The territory: the tree, the boundary and the person in charge of the chosen unit, and the staffing rules. */
export const TerritoryEditor = ({ view, can }: { view: TerritoryView; can: Can }) => {
  const router = useRouter()
  const { lang } = useStudio()
  const [hash, choose] = useHash()
  const [asking, setAsking] = useState<Asking>()
  const [onto, setOnto] = useState<string>()
  const [arrived, setArrived] = useState<string>()
  const unsaved = useUnsaved<UnitFields>()
  const line = view.units.find(({ id }) => id === hash)
  // What was just made is known to the tree a moment later than to this page.
  const chosen = line || hash === arrived ? hash : view.units.find(({ parent, active }) => !parent && active)?.id
  const { data: unit, fault, reload } = useChosen<UnitView>('units', chosen)
  const saved = async (): Promise<void> => {
    await reload()
    router.refresh()
  }
  const done = async (id: string): Promise<void> => {
    setArrived(id)
    setAsking(undefined)
    choose(id)
    await saved()
  }
  const go = (id: string): void => {
    setArrived(undefined)
    choose(id)
  }
  const nameOf = ({ id, name }: UnitView): string => view.units.find((each) => each.id === id)?.name ?? (name[lang] || name.zh)
  const ask = (what: Asking): void => {
    setOnto(undefined)
    setAsking(what)
  }
  const drop = (id: string, place: string): void => {
    go(id)
    setOnto(place)
    setAsking('move')
  }
  const add = (): void => ask('add')
  return (
    <>
      <Head view={view} can={can} onAdd={add} />
      {can.edit ? null : <ReadOnly />}
      <TasksNote tasks={view.tasks} onMoved={() => void reload()} />
      {view.units.length === 0 ? <Empty view={view} can={can} onAdd={add} /> : (
        <>
          <div className="panel cols cols-map">
            <TreePane view={view} chosen={chosen} unsaved={unsaved} onChoose={go} onDrop={can.edit ? drop : undefined} />
            {unit ? <ChosenUnit unit={unit} name={nameOf(unit)} view={view} can={can} arrived={arrived === unit.id} typed={unsaved.of(unit.id)} onTyped={(typed) => unsaved.keep(unit.id, typed)} onSaved={saved} onAct={ask} onAdd={add} /> : <Waiting chosen={chosen} fault={fault} />}
          </div>
          <RulesPanel view={view} onGo={go} />
        </>
      )}
      <Dialogs asking={asking} onto={onto} unit={unit} name={unit ? nameOf(unit) : ''} view={view} onClose={() => setAsking(undefined)} onDone={done} />
    </>
  )
}
