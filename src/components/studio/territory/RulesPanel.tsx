'use client'

import type { StaffingRule } from '../../../domain/grid'
import type { RuleLine, TerritoryView } from '../../../services/studio/territory/view'
import { Mark } from '../kit'
import { useSay, useStudio } from '../words'

const SHOWN = 5

const rangeOf = ({ min, max }: { min?: number; max?: number }, say: ReturnType<typeof useSay<'studioTerritory'>>): string => {
  if (min === undefined) return say('rules.atMost', { max: max ?? 0 })
  if (max === undefined) return say('rules.atLeast', { min })
  return min === max ? String(min) : say('rules.range', { min, max })
}

/** A staffing rule in words. */
export const useRuleWords = (posts: TerritoryView['posts']): ((rule: StaffingRule) => string) => {
  const say = useSay('studioTerritory')
  return (rule) => {
    if (rule.kind === 'leadRequired') return say('rules.leadRequired')
    const range = rangeOf(rule, say)
    const post = posts.find(({ code }) => code === rule.post)?.name ?? rule.post
    if (post === undefined) return say(rule.kind === 'size' ? 'rules.sizeAll' : 'rules.unitsPerPersonAll', { range })
    return say(rule.kind === 'size' ? 'rules.size' : 'rules.unitsPerPerson', { post, range })
  }
}

const Gaps = ({ line, view, onGo }: { line: RuleLine; view: TerritoryView; onGo: (unit: string) => void }) => {
  const say = useSay('studioTerritory')
  if (line.gaps.length === 0) return <span className="muted">{say('rules.none')}</span>
  const nameOf = (unit: string): string => view.units.find(({ id }) => id === unit)?.name ?? ''
  return (
    <>
      {line.gaps.slice(0, SHOWN).map(({ unit, person, actual }, i) => {
        const name = unit ? nameOf(unit) : (person ?? say('rules.hidden'))
        const text = actual === undefined ? name : say('rules.actual', { name, actual })
        return <span key={`${unit ?? ''}${person ?? ''}${i}`}>{i > 0 ? say('joint') : ''}{unit ? <a href={`#${unit}`} onClick={(event) => { event.preventDefault(); onGo(unit) }}>{text}</a> : text}</span>
      })}
      {line.gaps.length > SHOWN ? ` ${say('rules.more', { count: line.gaps.length })}` : null}
    </>
  )
}

/** The staffing rules of each level, and where they are not kept. */
export const RulesPanel = ({ view, onGo }: { view: TerritoryView; onGo: (unit: string) => void }) => {
  const say = useSay('studioTerritory')
  const { lang } = useStudio()
  const words = useRuleWords(view.posts)
  const open = view.units.filter(({ active }) => active)
  return (
    <section className="panel" aria-labelledby="staffing">
      <div className="panel-head"><h2 id="staffing">{say('rules.heading')}</h2><p>{say('rules.summary', { units: open.length, short: open.filter(({ short }) => short).length })}</p><a className="btn btn-small push" href="/admin/structure/levels">{say('rules.edit')}</a></div>
      {view.rules.length === 0 ? <p className="empty">{say('rules.noRules')}</p> : (
        <div className="scroll">
          <table className="stacked">
            <thead><tr><th scope="col">{say('rules.rule')}</th><th scope="col">{say('rules.level')}</th><th scope="col">{say('rules.result')}</th><th scope="col">{say('rules.gaps')}</th></tr></thead>
            <tbody>
              {view.rules.map((line, i) => {
                const level = view.levels.find(({ id }) => id === line.level)
                return (
                  <tr key={i}>
                    <td><b>{words(line.rule)}</b></td>
                    <td data-l={say('rules.level')}>{level?.name[lang] || level?.name.zh}</td>
                    <td className="nowrap" data-l={say('rules.result')}>{line.gaps.length === 0 ? <Mark tone="ok">{say('rules.fine')}</Mark> : line.rule.kind === 'leadRequired' ? <Mark tone="stop">{say('rules.missing', { count: line.gaps.length })}</Mark> : <Mark tone="warn">{say('rules.wrong', { count: line.gaps.length })}</Mark>}</td>
                    <td data-l={say('rules.gaps')}><Gaps line={line} view={view} onGo={onGo} /></td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
