'use client'

import { useEffect, useRef } from 'react'
import type { TaskLine } from '../../../services/studio/territory/view'
import { ask } from '../api'
import { Note } from '../kit'
import { useSay } from '../words'
import { useGiven } from './useGiven'

const EVERY = 3_000

const moved = (tasks: readonly TaskLine[]): string => tasks.map(({ id, done }) => `${id} ${done}`).join()

/** Says when the page or the matters have moved on: what was counted before is old by then. */
const useMoved = (given: readonly TaskLine[], tasks: readonly TaskLine[], onMoved: () => void) => {
  const last = useRef({ given, mark: moved(tasks) })
  useEffect(() => {
    const mark = moved(tasks)
    if (last.current.given === given && last.current.mark === mark) return
    last.current = { given, mark }
    onMoved()
  })
}

/** How the matters follow the units that were moved: asked again until all have. */
export const TasksNote = ({ tasks: given, onMoved }: { tasks: readonly TaskLine[]; onMoved: () => void }) => {
  const say = useSay('studioTerritory')
  const [tasks, setTasks] = useGiven(given, (lines) => lines)
  const waiting = tasks.length > 0
  useMoved(given, tasks, onMoved)
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => {
      void ask<{ tasks: TaskLine[] }>('units/tasks').then((answer) => { if (answer.ok) setTasks(answer.data.tasks) })
    }, EVERY)
    return () => clearInterval(timer)
  })
  if (given.length === 0 && !waiting) return null
  if (tasks.length === 0) return <div role="status"><Note tone="ok">{say('tasks.done')}</Note></div>
  return (
    <section className="note tasks" aria-label={say('tasks.heading')}>
      <span aria-hidden="true">↻</span>
      <div>
        <b>{say('tasks.heading')}</b>
        {tasks.map(({ id, unit = say('tasks.unitGone'), done, total, running }) => (
          <div key={id}>
            <p className="small">{say(running || done > 0 ? 'tasks.line' : 'tasks.waiting', { unit, done, total })}</p>
            <progress className="progress-line" max={Math.max(1, total)} value={done} aria-label={unit} />
          </div>
        ))}
      </div>
    </section>
  )
}
