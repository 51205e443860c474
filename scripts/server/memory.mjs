/** A memory of limited size that forgets what was not asked for the longest. `sizeOf` in bytes. */
export const memory = ({ maxBytes, sizeOf }) => {
  const rows = new Map()
  let bytes = 0
  const forget = (key) => {
    bytes -= sizeOf(rows.get(key))
    rows.delete(key)
  }
  return {
    get: (key) => {
      const value = rows.get(key)
      if (value === undefined) return undefined
      rows.delete(key)
      rows.set(key, value)
      return value
    },
    set: (key, value) => {
      if (rows.has(key)) forget(key)
      rows.set(key, value)
      bytes += sizeOf(value)
      for (const oldest of rows.keys()) {
        if (bytes <= maxBytes) break
        forget(oldest)
      }
      return value
    },
    get bytes() {
      return bytes
    },
    get size() {
      return rows.size
    },
  }
}
