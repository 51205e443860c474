'use client'

import { useEffect } from 'react'
import type { TaskLine } from '../../../services/studio/territory/view'
import { ask } from '../api'
import { Note } from '../kit'
import { useSay } from '../words'
import { useGiven } from './useGiven'

const EVERY = 3_000

/** How the matters follow the units that were moved: asked again until all have. */
export const TasksNote = ({ tasks: given }: { tasks: readonly TaskLine[] }) => {
  const say = useSay('studioTerritory')
  const [tasks, setTasks] = useGiven(given, (lines) => lines)
  const waiting = tasks.length > 0
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
