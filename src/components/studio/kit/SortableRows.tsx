'use client'

import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { useId, type ReactNode } from 'react'
import { useSay } from '../words'
import { Icon } from './Icon'

/** A list with one row moved from one place to another. */
export const moved = <T,>(rows: readonly T[], from: number, to: number): T[] => {
  const next = [...rows]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}

type RowProps = { id: string; name: string; number: number; last: number; current?: boolean; className?: string; movable: boolean; onMove: (to: number) => void; children: ReactNode }

const Row = ({ id, name, number, last, current, className, movable, onMove, children }: RowProps) => {
  const say = useSay('studio')
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id, disabled: !movable })
  const style = { transform: CSS.Translate.toString(transform), transition, ...(isDragging ? { zIndex: 1 } : {}) }
  return (
    <li ref={setNodeRef} style={style} className={className} aria-current={current ? 'true' : undefined}>
      {movable ? <button ref={setActivatorNodeRef} type="button" className="handle" {...attributes} {...listeners} aria-label={say('act.drag', { name })}><Icon name="grip" /></button> : <span className="handle" />}
      <span className="n">{number + 1}</span>
      <div>{children}</div>
      {movable ? (
        <span className="moves">
          <button type="button" className="btn btn-icon" aria-label={say('act.up', { name })} disabled={number === 0} onClick={() => onMove(number - 1)}><Icon name="up" /></button>
          <button type="button" className="btn btn-icon" aria-label={say('act.down', { name })} disabled={number === last} onClick={() => onMove(number + 1)}><Icon name="lower" /></button>
        </span>
      ) : null}
    </li>
  )
}

export type SortableItem = { id: string; name: string; current?: boolean; className?: string; content: ReactNode }

/** Rows in an order that is changed by dragging, by the keyboard at the handle, and by buttons. `offset`: the number of the first row, less one. */
export const SortableRows = ({ items, onMove, offset = 0, movable = true }: { items: readonly SortableItem[]; onMove: (from: number, to: number) => void; offset?: number; movable?: boolean }) => {
  // ids of the library count up as pages are made, so that server and browser would differ
  const context = useId()
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }))
  const end = ({ active, over }: DragEndEvent): void => {
    const [from, to] = [active.id, over?.id].map((id) => items.findIndex((item) => item.id === id))
    if (from !== undefined && to !== undefined && from >= 0 && to >= 0 && from !== to) onMove(from, to)
  }
  return (
    <DndContext id={context} sensors={sensors} collisionDetection={closestCenter} onDragEnd={end}>
      <SortableContext items={items.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        <ol className="rows" start={offset + 1}>
          {items.map((item, at) => (
            <Row key={item.id} id={item.id} name={item.name} number={at} last={items.length - 1} current={item.current} className={item.className} movable={movable} onMove={(to) => onMove(at, to)}>
              {item.content}
            </Row>
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  )
}
