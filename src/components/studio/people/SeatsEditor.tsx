'use client'

import type { Seat } from '../../../domain/teams/types'
import { Icon, NumberField, WordsField } from '../kit'
import { useSay } from '../words'
import { freshCode } from './useSaving'

type Leads = { min?: number; max?: number }

const withLeads = ({ leads: _before, ...seat }: Seat, { min, max }: Leads): Seat => (min === undefined && max === undefined ? seat : { ...seat, leads: { min: min ?? 0, max: Math.max(max ?? min ?? 1, min ?? 0, 1) } })

const withSize = ({ min: _min, max: _max, ...seat }: Seat, { min, max }: Leads): Seat => ({ ...seat, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) })

/** The seats of a leading group: their names, how many sit there, how many risks each leads. */
export const SeatsEditor = ({ seats, onChange }: { seats: readonly Seat[]; onChange: (seats: Seat[]) => void }) => {
  const say = useSay('studioPeople')
  const put = (at: number, seat: Seat) => onChange(seats.map((one, i) => (i === at ? seat : one)))
  return (
    <fieldset className="stack">
      <legend>{say('seats')}</legend>
      <p className="small muted">{say('seatsHint')}</p>
      {seats.map((seat, at) => (
        <div key={seat.code} className="seat">
          <WordsField label={say('seatName')} value={seat.name} maxLength={30} required onChange={(name) => put(at, { ...seat, name })} />
          <div className="cols cols-even">
            <NumberField label={say('seatMin')} value={seat.min} min={0} onChange={(min) => put(at, withSize(seat, { min, max: seat.max }))} />
            <NumberField label={say('seatMax')} value={seat.max} min={1} onChange={(max) => put(at, withSize(seat, { min: seat.min, max }))} />
            <NumberField label={say('leadsMin')} value={seat.leads?.min} min={0} onChange={(min) => put(at, withLeads(seat, { min, max: seat.leads?.max }))} />
            <NumberField label={say('leadsMax')} value={seat.leads?.max} min={1} onChange={(max) => put(at, withLeads(seat, { min: seat.leads?.min, max }))} />
          </div>
          <button type="button" className="btn btn-small btn-danger" onClick={() => onChange(seats.filter((_one, i) => i !== at))}><Icon name="bin" />{say('removeSeat', { name: seat.name.zh })}</button>
        </div>
      ))}
      <p><button type="button" className="btn btn-small" onClick={() => onChange([...seats, { code: freshCode('seat'), name: { zh: '' } }])}><Icon name="plus" />{say('addSeat')}</button></p>
    </fieldset>
  )
}
