export type QrCodeProps = { size: number; dark: readonly (boolean | number)[]; label: string }

/** Dark runs of each row as one path: a code of 29 modules is some 200 strokes, not 800 squares. */
export const qrPath = (size: number, dark: readonly (boolean | number)[]): string => {
  const runs: string[] = []
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!dark[row * size + column]) continue
      const start = column
      while (column + 1 < size && dark[row * size + column + 1]) column += 1
      runs.push(`M${start} ${row}h${column - start + 1}v1h-${column - start + 1}z`)
    }
  }
  return runs.join('')
}

/** A QR code with the quiet margin of four modules that scanners need. Black on white in every mode. */
export const QrCode = ({ size, dark, label }: QrCodeProps) => (
  <svg className="qr" viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={label} shapeRendering="crispEdges">
    <rect className="qr-paper" x="-4" y="-4" width={size + 8} height={size + 8} />
    <path d={qrPath(size, dark)} />
  </svg>
)
