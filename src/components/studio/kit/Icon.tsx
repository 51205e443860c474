/** Drawn on a grid of 16 units with a stroke of 1.5; own drawings. */
const PATHS = {
  right: 'M6 3.5l4.5 4.5L6 12.5', down: 'M3.5 6L8 10.5 12.5 6', up: 'M8 13V3.5M4 7.5l4-4 4 4', lower: 'M8 3v9.5M4 8.5l4 4 4-4', menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  plus: 'M8 3v10M3 8h10', bin: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.7 8.5h5.6l.7-8.5', grip: 'M6 3.5v.1M10 3.5v.1M6 8v.1M10 8v.1M6 12.5v.1M10 12.5v.1', check: 'M3 8.5l3.2 3.2L13 5',
  stop: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4', warn: 'M8 2l6.5 11.5h-13zM8 6.5v3.3M8 11.6v.1', info: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4zM8 7.2v3.6M8 5v.1',
  ok: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4zM5.2 8.2l2 2 3.6-4', undo: 'M3 6h6.5a3.5 3.5 0 1 1 0 7H6M5.5 3.5L3 6l2.5 2.5', lock: 'M4 7.5h8v6H4zM5.5 7.5V5.3a2.5 2.5 0 0 1 5 0v2.2', eye: 'M1.5 8S4 3.7 8 3.7 14.5 8 14.5 8 12 12.3 8 12.3 1.5 8 1.5 8zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
  play: 'M5 3.5l7 4.5-7 4.5z', pen: 'M3 13l.8-2.9L10.9 3l2.1 2.1-7.1 7.1z', arrow: 'M2.5 8h11M9 3.5L13.5 8 9 12.5', file: 'M4 2h5l3 3v9H4zM9 2v3h3', cross: 'M4 4l8 8M12 4l-8 8', copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3', search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.6 10.6L14 14',
} as const

export type IconName = keyof typeof PATHS

/** A line drawing beside words; it never stands alone. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d={PATHS[name]} /></svg>
)
