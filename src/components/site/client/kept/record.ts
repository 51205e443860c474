/** A page of a report as it stands on this device and was not taken in by the office yet. */
export type KeptPage = {
  /** The door it is posted to, with the number of the page where a door has several. One record each. */
  door: string
  /** Address the form is posted to, and the page it stands on. */
  action: string
  page: string
  /** Short name of the report's draft; `new` before it has one. */
  draft: string
  /** Names this sending: however often it arrives, it is taken in once. */
  sending: string
  fields: [string, string][]
  files: [string, File][]
  /** The pressed button, once the page was to be sent: it waits for the connection. */
  act?: [string, string]
  keptAt: number
}

const DAY = 86_400_000

/** Days a page that waits for a connection stays on the device: a borrowed telephone must not keep it for ever. */
export const KEEP_DAYS = 7
/** Days one stays that nobody wanted to send yet. */
const TYPED_DAYS = 1

export const isWaiting = (kept: KeptPage): boolean => kept.act !== undefined

export const isOld = (kept: KeptPage, now: number): boolean => now - kept.keptAt > (isWaiting(kept) ? KEEP_DAYS : TYPED_DAYS) * DAY

/** A page of another report is not filled in here; what was written before there was a draft begins one. */
export const belongsHere = (kept: KeptPage, here: { draft: string; door: string }): boolean =>
  kept.door === here.door && (kept.draft === here.draft || (here.draft === 'new' && here.door.endsWith('/describe')))

/** Where an answered sending led: the draft it was made for may be gone, and then nothing was taken in. */
export const wasTaken = (to: string): boolean => !new URL(to).searchParams.has('over')

/** 128 random bits. The browser's own randomUUID is missing where the portal is reached without https. */
export const newSending = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The body a browser would send for it. Files need the form that carries files. */
export const bodyOf = ({ fields, files, act, sending }: KeptPage): FormData | URLSearchParams => {
  const body = files.length > 0 ? new FormData() : new URLSearchParams()
  for (const [name, value] of [...fields, ...(act ? [act] : [])]) body.append(name, value)
  body.set('sending', sending)
  if (body instanceof FormData) for (const [name, file] of files) body.append(name, file, file.name)
  return body
}

/** Milliseconds to wait for an answer: a minute, and what the files need at 10 kB a second. */
export const patience = ({ files }: KeptPage): number => 60_000 + files.reduce((sum, [, file]) => sum + file.size, 0) / 10
