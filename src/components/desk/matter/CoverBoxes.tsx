'use client'

import type { Box } from '../../../domain/photos/boxes'
import { Icon } from '../ui/icons'
import { useWords } from '../words'

const PARTS = ['x', 'y', 'w', 'h'] as const
const WHOLE = 100

const typed = (box: Box, part: keyof Box, text: string): Box => {
  const value = Math.min(WHOLE, Math.max(0, Number(text)))
  const next = { ...box, [part]: Number.isFinite(value) ? value : 0 }
  return { x: Math.min(next.x, WHOLE - 1), y: Math.min(next.y, WHOLE - 1), w: Math.max(1, Math.min(next.w, WHOLE - next.x)), h: Math.max(1, Math.min(next.h, WHOLE - next.y)) }
}

/** The boxes as numbers, in per cent: the way without a mouse. */
export const CoverBoxes = ({ boxes, onChange }: { boxes: Box[]; onChange: (boxes: Box[]) => void }) => {
  const say = useWords()
  if (boxes.length === 0) return <p className="inside hint">{say('cover.none')}</p>
  return (
    <ul>
      {boxes.map((box, at) => (
        <li key={at} className="inside">
          <fieldset className="cover-box">
            <legend>{say('cover.nth', { n: at + 1 })}</legend>
            {PARTS.map((part) => (
              <label key={part} className="small">{say(`cover.${part}`)}
                <input className="input" type="number" min={0} max={WHOLE} step={1} value={Math.round(box[part] * 10) / 10} onChange={(event) => onChange(boxes.map((each, index) => (index === at ? typed(each, part, event.target.value) : each)))} />
              </label>
            ))}
            <button className="btn only-icon" type="button" aria-label={say('cover.remove', { n: at + 1 })} onClick={() => onChange(boxes.filter((_box, index) => index !== at))}><Icon name="x" /></button>
          </fieldset>
        </li>
      ))}
    </ul>
  )
}
