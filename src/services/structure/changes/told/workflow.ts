import { flowChanges, type FlowChange } from '@/domain/workflow/changes'
import type { StepDef, TransitionDef, WorkflowDef } from '@/domain/workflow/types'
import { t, tMaybe } from '@/i18n'
import { clauseIn, joinedBy, saying, sides, wordsOf, type Teller, type Told } from './told'

type Reads<T> = { [K in keyof T]?: (of: T, def: WorkflowDef) => string }

type Say = (key: string) => string

const sayIn = ({ lang }: Teller): Say => (key) => tMaybe(lang, `studioFlow.${key}`) ?? t(lang, 'studio.told.gone')

const stepName = (code: string, { steps }: WorkflowDef, teller: Teller): string => {
  if (code === 'same' || code === 'previous') return t(teller.lang, `studioFlow.action.${code}`)
  return wordsOf(teller)(steps.find((step) => step.code === code)?.name)
}

const stepReads = (teller: Teller): Reads<StepDef> => {
  const [say, words] = [sayIn(teller), wordsOf(teller)]
  const action = (code: string, { transitions }: WorkflowDef) => words(transitions.find((transition) => transition.code === code)?.name)
  return {
    name: ({ name }) => words(name),
    phase: ({ phase }) => say(`phase.${phase}`),
    kind: ({ kind }) => say(`kind.${kind}`),
    waitingFor: ({ waitingFor }) => (waitingFor ? say(`waitingFor.${waitingFor}`) : ''),
    residentNow: ({ residentNow }) => words(residentNow),
    residentNext: ({ residentNext }) => words(residentNext),
    silence: ({ silence }, def) => (silence ? saying(teller)('silence', { days: silence.days, action: action(silence.transition, def) }) : ''),
  }
}

const outcomeText = (outcome: string | undefined, def: WorkflowDef, teller: Teller): string => {
  if (!outcome) return ''
  const own = def.outcomes?.find(({ code }) => code === outcome)
  return own ? wordsOf(teller)(own.label) : sayIn(teller)(`outcome.${outcome}`)
}

const transitionReads = (teller: Teller): Reads<TransitionDef> => {
  const [say, words, list] = [sayIn(teller), wordsOf(teller), joinedBy(teller)]
  return {
    name: ({ name }) => words(name),
    from: ({ from }, def) => list(from.map((code) => stepName(code, def, teller))),
    to: ({ to }, def) => stepName(to, def, teller),
    actors: ({ actors }) => list(actors.map((actor) => say(`actor.${actor}`))),
    permission: ({ permission }) => say(`permission.${permission}`),
    guards: ({ guards }) => list(guards.map((guard) => say(`guard.${guard}`))),
    inputs: ({ inputs }) => list(inputs.map(({ label }) => words(label))),
    effects: ({ effects }) => list(effects.map((effect) => say(`effect.${effect}`))),
    signals: ({ signals }) => list(signals.map((signal) => say(`signal.${signal}`))),
    outcome: ({ outcome }, def) => outcomeText(outcome, def, teller),
    residentLine: ({ residentLine }) => words(residentLine),
    tone: ({ tone }) => say(`tone.${tone}`),
    cites: ({ cites }) => clauseIn(cites, teller),
  }
}

const wholeReads = (teller: Teller): Reads<WorkflowDef> => ({
  name: ({ name }) => wordsOf(teller)(name),
  reopenDays: ({ reopenDays }) => String(reopenDays),
  outcomes: ({ outcomes = [] }) => joinedBy(teller)(outcomes.map(({ label }) => wordsOf(teller)(label))),
})

type Read = ((field: string, def: WorkflowDef) => string) | undefined

const reading = <T extends object>(rows: (def: WorkflowDef) => T | undefined, reads: Reads<T>): Read => (field, def) => {
  const row = rows(def)
  return row ? (reads[field as keyof T]?.(row, def) ?? '') : ''
}

const readerOf = ({ of, code }: FlowChange, teller: Teller): Read => {
  if (of === 'step') return reading(({ steps }) => steps.find((step) => step.code === code), stepReads(teller))
  if (of === 'transition') return reading(({ transitions }) => transitions.find((transition) => transition.code === code), transitionReads(teller))
  return reading((def) => def, wholeReads(teller))
}

/** What differs between two versions of a workflow: steps and actions that came, went, and part by part what changed. */
export const workflowTold = (before: WorkflowDef, after: WorkflowDef, teller: Teller): Told[] => {
  const say = saying(teller)
  return flowChanges(before, after).flatMap((change): Told[] => {
    const what = change.of === 'whole' ? '' : say(change.of, { name: wordsOf(teller)(change.name) })
    if (change.what !== 'changed') return [{ label: say(change.what === 'added' ? 'new' : 'left', { what }) }]
    const read = readerOf(change, teller)
    return change.fields.map((field) => {
      const part = sayIn(teller)(`diff.fields.${field}`)
      return sides(what ? say('partOf', { what, part }) : part, [read?.(field, before) ?? '', read?.(field, after) ?? ''], teller)
    })
  })
}
