export type ClockBarProps = { usedMinutes: number; pausedMinutes: number; limitMinutes: number; state: string; label: string; words: string }

const HEIGHT = 16

/** How the bar is cut, in percent of its width: used within the limit, paused, overrun, and where the limit stands. */
export const clockShares = ({ usedMinutes, pausedMinutes, limitMinutes }: Pick<ClockBarProps, 'usedMinutes' | 'pausedMinutes' | 'limitMinutes'>) => {
  const within = Math.min(usedMinutes, limitMinutes)
  const over = Math.max(0, usedMinutes - limitMinutes)
  const whole = Math.max(limitMinutes, usedMinutes) + pausedMinutes || 1
  const share = (minutes: number): number => Math.round((minutes / whole) * 1000) / 10
  return { used: share(within), paused: share(pausedMinutes), over: share(over), limit: share(limitMinutes + pausedMinutes) }
}

/** Solid: used. Dashed: paused. A notch: the limit. Thicker beyond it: overrun. The words say the same. */
export const ClockBar = ({ state, label, words, ...minutes }: ClockBarProps) => {
  const { used, paused, over, limit } = clockShares(minutes)
  return (
    <div className={`clock clock-${state}`}>
      <svg viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={`${label}: ${words}`}>
        <rect className="clock-track" y="5" width="100" height="6" />
        <rect className="clock-used" y="5" width={used} height="6" />
        <line className="clock-paused" x1={used} x2={used + paused} y1="8" y2="8" />
        <rect className="clock-over" x={limit} y="2" width={over} height="12" />
        <line className="clock-limit" x1={limit} x2={limit} y1="0" y2={HEIGHT} />
      </svg>
      <p className="small">{words}</p>
    </div>
  )
}
