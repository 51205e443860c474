/** A photo of which parts can be covered. */
export type CoverVM = {
  id: string
  number: string
  matterHref: string
  width: number
  height: number
  /** How often it was covered; 0: never. */
  redaction: number
  url: string
  /** Present: the viewer may look at it without its covers, and begin anew from there. */
  originalUrl?: string
  saveUrl: string
  mostBoxes: number
}
