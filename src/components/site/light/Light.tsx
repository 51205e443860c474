import type { Lang } from '../../../domain/words'
import { Icon } from '../../ui/Icon'

/** Read by the small script of every page (`index.ts`): what stands here unseen it shows and brings to life. Without JavaScript it stays away. */

/** Prints the page. */
export const PrintButton = ({ text }: { text: string }) => (
  <button className="button" type="button" hidden suppressHydrationWarning data-light="print">
    <Icon name="print" />
    {text}
  </button>
)

export type ReadAloudProps = { lang: Lang; /** Id of the element to read. */ target: string; words: { readAloud: string; stopReading: string } }

/** Reads the page aloud, where the device itself has a voice for the language. */
export const ReadAloud = ({ lang, target, words }: ReadAloudProps) => (
  <button className="button" type="button" hidden suppressHydrationWarning aria-pressed="false" data-light="read" data-lang={lang} data-target={target} data-stop={words.stopReading}>
    <Icon name="sound" />
    <span suppressHydrationWarning>{words.readAloud}</span>
  </button>
)

export type UnsentWords = Record<'band' | 'left' | 'goOn' | 'look' | 'sent' | 'retry' | 'remove' | 'removed', string>

/** What was written on this device and has not reached the office, with a way on and a way to remove it. `data-when`: the states in which a part is seen. */
export const Unsent = ({ words }: { words: UnsentWords }) => (
  <div role="status">
    <div className="unsent screen-only" hidden suppressHydrationWarning data-light="unsent">
      <div className="wrap row">
        <p hidden suppressHydrationWarning data-when="removed">{words.removed}</p>
        <p hidden suppressHydrationWarning data-when="sent">
          {words.sent} <a suppressHydrationWarning>{words.look}</a>
        </p>
        <p hidden suppressHydrationWarning data-when="waiting">{words.band}</p>
        <button className="button" type="button" hidden suppressHydrationWarning data-when="waiting" data-do="retry">
          {words.retry}
        </button>
        <p hidden suppressHydrationWarning data-when="left">
          {words.left} <a suppressHydrationWarning>{words.goOn}</a>
        </p>
        <button className="button button-text" type="button" hidden suppressHydrationWarning data-when="waiting left" data-do="remove">
          {words.remove}
        </button>
      </div>
    </div>
  </div>
)
