let held = false

if (typeof document !== 'undefined') {
  document.addEventListener('pointerdown', () => { held = true }, true)
  for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, () => { held = false }, true)
}

/**
 * Does something that may move the page: at once, or, while a pointer is down, after it was let go. A button that slid away between pressing and
 * letting go would not be clicked.
 */
export const whenReleased = (work: () => void): void => {
  if (!held) return work()
  const ends = ['pointerup', 'pointercancel']
  const after = () => {
    for (const end of ends) document.removeEventListener(end, after, true)
    setTimeout(work)
  }
  for (const end of ends) document.addEventListener(end, after, true)
}
