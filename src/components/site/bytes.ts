/** File sizes as people read them: "212 KB", "1.4 MB". */
export const fileSize = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`
  const kilobytes = bytes / 1024
  if (kilobytes < 1000) return `${Math.round(kilobytes)} KB`
  return `${Math.round(kilobytes / 102.4) / 10} MB`
}
