'use client'

import type { FlightPreview, FlightView } from '../../../services/studio/flow/flight'
import { Icon } from '../kit'
import { useSayMaybe } from '../words'
import { useFlowWords } from './words'

type Props = { flight: FlightView; map: Record<string, string>; problems: FlightPreview['problems']; onChange: (map: Record<string, string>) => void }

/** Where each step of the older versions goes, with how many matters stand there. */
export const FlightMap = ({ flight, map, problems, onChange }: Props) => {
  const { say } = useFlowWords()
  const maybe = useSayMaybe('studioFlow')
  const phaseOf = (phase: string): string => maybe(`phase.${phase}`) ?? phase
  return (
    <table className="stacked tight">
      <caption>{say('flight.mapHeading')}</caption>
      <thead><tr><th scope="col">{say('flight.old')}</th><th scope="col">{say('flight.count')}</th><th scope="col">{say('flight.now')}</th></tr></thead>
      <tbody>
        {flight.steps.map(({ code, name, phase, count }) => {
          const problem = problems.find(({ step }) => step === code)
          return (
            <tr key={code}>
              <th scope="row">{name} <small className="muted">{phaseOf(phase)}</small></th>
              <td data-l={say('flight.count')} className="num">{count}</td>
              <td data-l={say('flight.now')}>
                <select className="input" aria-label={`${name} → ${say('flight.now')}`} aria-invalid={problem ? true : undefined} aria-describedby={problem ? `map-${code}` : undefined} value={map[code] ?? ''} onChange={(event) => onChange({ ...map, [code]: event.target.value })}>
                  <option value="">{say('flight.choose')}</option>
                  {flight.targets.map((target) => <option key={target.code} value={target.code}>{say('list.with', { what: target.name, note: phaseOf(target.phase) })}</option>)}
                </select>
                {problem ? <p className="error" id={`map-${code}`}><Icon name="stop" />{say(`flight.problem.${problem.code}`)}</p> : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
