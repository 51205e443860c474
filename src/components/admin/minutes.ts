/** Minutes after midnight of `17:30`. Midnight as an end is the day's last minute plus one; half-typed times are midnight. */
export const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours || 0) * 60 + (minutes || 0)
}

/** `17:30` of minutes after midnight. A time field knows no 24:00: the end of a day reads 23:59. */
export const clockTime = (minutes: number): string => {
  const inDay = Math.max(0, Math.min(minutes, 24 * 60 - 1))
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}
