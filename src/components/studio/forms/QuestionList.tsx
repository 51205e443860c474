'use client'

import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { lineOf, numberOf, stepFrom, type Place } from '../../../domain/forms/edit'
import type { FormPage } from '../../../domain/forms/types'
import { say as sayWords } from '../../../domain/words'
import { Icon } from '../kit'
import { useSay, useStudio } from '../words'

/** Where each question stands, under a name that stays its own while it moves; a key that stands twice is told apart. */
const idsOf = (pages: readonly FormPage[]): string[][] => {
  const seen = new Map<string, number>()
  return pages.map(({ questions }) => questions.map(({ key }) => {
    const times = seen.get(key) ?? 0
    seen.set(key, times + 1)
    return times === 0 ? `q-${key}` : `q-${key}-${times}`
  }))
}

const headId = (page: number): string => `page-${page}`

const Head = ({ page, children }: { page: number; children: ReactNode }) => {
  const { setNodeRef, transform, transition } = useSortable({ id: headId(page), disabled: { draggable: true } })
  return <div ref={setNodeRef} className="page-break" style={{ transform: CSS.Translate.toString(transform), transition }}>{children}</div>
}

type RowProps = { id: string; name: string; number: number; current: boolean; refused: boolean; movable: boolean; up: boolean; down: boolean; onStep: (step: 1 | -1) => void; children: ReactNode }

const Row = ({ id, name, number, current, refused, movable, up, down, onStep, children }: RowProps) => {
  const say = useSay('studio')
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id, disabled: !movable })
  const style = { transform: CSS.Translate.toString(transform), transition, ...(isDragging ? { zIndex: 1 } : {}) }
  return (
    <li ref={setNodeRef} style={style} data-row={id} className={refused ? 'refused' : undefined} aria-current={current ? 'true' : undefined}>
      {movable ? <button ref={setActivatorNodeRef} type="button" className="handle" {...attributes} {...listeners} aria-label={say('act.drag', { name })}><Icon name="grip" /></button> : <span className="handle" />}
      <span className="n">{number}</span>
      <div>{children}</div>
      {movable ? (
        <span className="moves">
          <button type="button" className="btn btn-icon" data-step="-1" aria-label={say('act.up', { name })} disabled={!up} onClick={() => onStep(-1)}><Icon name="up" /></button>
          <button type="button" className="btn btn-icon" data-step="1" aria-label={say('act.down', { name })} disabled={!down} onClick={() => onStep(1)}><Icon name="lower" /></button>
        </span>
      ) : null}
    </li>
  )
}

export type Chosen = { page: number; at?: number }

type Props = {
  pages: readonly FormPage[]
  chosen: Chosen | undefined
  canEdit: boolean
  isRefused: (place: Place) => boolean
  row: (place: Place) => ReactNode
  pageNote: (page: number) => ReactNode
  onChoosePage: (page: number) => void
  onMove: (from: Place, to: Place) => void
  onDrag: (from: number, to: number) => void
  onAdd: (page: number) => void
}

/** A step may put a row into another list, where it is made anew: the button that was pressed keeps the focus. */
const useKeptFocus = (pages: readonly FormPage[]) => {
  const [kept, setKept] = useState<{ id: string; step: 1 | -1 }>()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!kept) return
    const row = [...(box.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find(({ dataset }) => dataset.row === kept.id)
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('[data-step]') ?? [])]
    const button = buttons.find(({ dataset, disabled }) => dataset.step === String(kept.step) && !disabled) ?? buttons.find(({ disabled }) => !disabled)
    button?.focus()
  }, [kept, pages])
  return { box, keep: (id: string, step: 1 | -1) => setKept({ id, step }) }
}

/** All questions below the pages they stand on, ordered by dragging, by the keyboard at the handle, and by buttons; across pages, too. */
export const QuestionList = ({ pages, chosen, canEdit, isRefused, row, pageNote, onChoosePage, onMove, onDrag, onAdd }: Props) => {
  const say = useSay('studioForms')
  const { lang } = useStudio()
  const context = useId()
  const ids = idsOf(pages)
  const { box, keep } = useKeptFocus(pages)
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }))
  const lines = ids.flatMap((questions, page) => [headId(page), ...questions])
  const end = ({ active, over }: DragEndEvent): void => {
    const [from, to] = [active.id, over?.id].map((id) => lines.indexOf(String(id)))
    if (from !== undefined && to !== undefined && from >= 0 && to >= 0) onDrag(from, to)
  }
  const step = (place: Place, id: string, by: 1 | -1) => {
    const to = stepFrom(pages, place, by)
    if (!to) return
    onMove(place, to)
    keep(id, by)
  }
  return (
    <div ref={box}>
      <DndContext id={context} sensors={sensors} collisionDetection={closestCenter} onDragEnd={end} accessibility={{ screenReaderInstructions: { draggable: say('fields.dragHelp') } }}>
        <SortableContext items={lines} strategy={verticalListSortingStrategy}>
          {pages.map(({ title, questions }, page) => (
            <section key={headId(page)} aria-label={say('fields.page', { number: page + 1 })}>
              <Head page={page}>
                <b>{say('fields.page', { number: page + 1 })}</b><span>{sayWords(title, lang)}</span>
                <button type="button" className="btn btn-icon push" aria-label={say('fields.editPage', { number: page + 1, title: sayWords(title, lang) })} aria-pressed={chosen?.page === page && chosen.at === undefined} onClick={() => onChoosePage(page)}><Icon name="pen" /></button>
              </Head>
              {pageNote(page)}
              {questions.length > 0 ? (
                <ol className="rows" start={numberOf(pages, { page, at: 0 })}>
                  {questions.map((question, at) => {
                    const id = ids[page]?.[at] ?? ''
                    return (
                      <Row key={id} id={id} name={sayWords(question.label, lang) || say('fields.untitled')} number={numberOf(pages, { page, at })} current={chosen?.page === page && chosen.at === at} refused={isRefused({ page, at })} movable={canEdit}
                        up={lineOf(pages, { page, at }) > 1} down={stepFrom(pages, { page, at }, 1) !== undefined} onStep={(by) => step({ page, at }, id, by)}>
                        {row({ page, at })}
                      </Row>
                    )
                  })}
                </ol>
              ) : null}
              {canEdit ? <p className="forms-add"><button type="button" className="btn btn-small btn-quiet" aria-label={say('fields.addHere', { number: page + 1 })} onClick={() => onAdd(page)}><Icon name="plus" />{say('fields.addQuestion')}</button></p> : null}
            </section>
          ))}
        </SortableContext>
      </DndContext>
    </div>
  )
}
