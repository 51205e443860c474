/** A part of a whole as a bar, beside the numbers that say the same. */
export const ShareBar = ({ part, whole }: { part: number; whole: number }) => (
  <svg className="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect className="share-whole" width="100" height="8" />
    <rect className="share-part" width={whole > 0 ? Math.min(100, Math.max(0, (part / whole) * 100)) : 0} height="8" />
  </svg>
)
