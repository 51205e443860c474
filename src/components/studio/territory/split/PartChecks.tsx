'use client'

import { groundOf, lintBoundary, lintPlace, type Boundary } from '../../../../domain/grid'
import type { UnitView } from '../../../../services/studio/territory/unit'
import { Mark } from '../../kit'
import { useSay, useSayMaybe } from '../../words'

type Named = { name: string; boundary?: Boundary }
type Drawn = Required<Named>

/** What is left over is told from so much of the whole: two drawings never match to the metre. */
const TOLD = 0.005

type Said = { tone: 'stop' | 'warn' | 'ok'; text: string }

const useChecks = (unit: UnitView, parts: readonly Named[]): Said[] => {
  const say = useSay('studioTerritory')
  const words = useSayMaybe('structure')
  const drawn = parts.filter((part): part is Drawn => part.boundary !== undefined)
  if (drawn.length === 0) return []
  const unsound = drawn.flatMap(({ name, boundary }): Said[] => lintBoundary(boundary).slice(0, 1).map(({ code, params }) => ({ tone: 'stop', text: say('cut.check.unsound', { name, what: words(`boundary.${code}`, params) ?? code }) })))
  if (unsound.length > 0) return unsound
  const missing = parts.filter(({ boundary }) => !boundary).map(({ name }): Said => ({ tone: 'warn', text: say('cut.check.missing', { name }) }))
  const placed = drawn.flatMap(({ name, boundary }, i) =>
    lintPlace({ boundary, ...(unit.boundary ? { parent: { id: 'whole', boundary: unit.boundary } } : {}), siblings: drawn.slice(i + 1).map((other, at) => ({ id: String(i + 1 + at), boundary: other.boundary })) })
      .map(({ code, unit: other, metres }): Said => ({ tone: 'warn', text: say(code === 'outsideParent' ? 'cut.check.outside' : 'cut.check.overlaps', { name, metres, other: drawn[Number(other)]?.name ?? '' }) })))
  const whole = unit.boundary ? groundOf(unit.boundary) : 0
  const left = whole - drawn.reduce((sum, { boundary }) => sum + groundOf(boundary), 0)
  const over: Said[] = left > whole * TOLD ? [{ tone: 'warn', text: say('cut.check.left', { hectares: Math.round(left / 1000) / 10 }) }] : []
  const told = [...missing, ...placed, ...over]
  return told.length > 0 ? told : [{ tone: 'ok', text: say('cut.check.ok') }]
}

/** Whether the boundaries of the parts are sound, lie in the former one, do not overlap, and leave nothing over. */
export const PartChecks = ({ unit, parts }: { unit: UnitView; parts: readonly Named[] }) => {
  const sayStudio = useSay('studio')
  const checks = useChecks(unit, parts)
  if (checks.length === 0) return null
  const mark = { stop: 'check.stop', warn: 'check.warn', ok: 'check.ok' } as const
  return <div className="small stack-s" role="status">{checks.map(({ tone, text }) => <p key={text}><Mark tone={tone}>{sayStudio(mark[tone])}</Mark> {text}</p>)}</div>
}
