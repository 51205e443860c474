/** The four bands, each a shape of its own, so that none depends on colour: circle, square, triangle, diamond. */
export type BandLevel = 'green' | 'blue' | 'orange' | 'red'

const SHAPES: Record<BandLevel, string> = {
  green: 'M9 1a8 8 0 1 1 0 16A8 8 0 0 1 9 1z',
  blue: 'M1.5 1.5h15v15h-15z',
  orange: 'M9 1l8.5 16H.5z',
  red: 'M9 0l9 9-9 9-9-9z',
}

/** A band with its word. */
export const Band = ({ level, children }: { level: BandLevel; children: string }) => (
  <span className={`band band-${level}`}>
    <svg viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      <path d={SHAPES[level]} />
    </svg>
    {children}
  </span>
)
