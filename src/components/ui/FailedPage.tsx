'use client'

import { useSyncExternalStore } from 'react'
import en from '@/i18n/en/failed.json'
import zh from '@/i18n/zh/failed.json'
import { fill } from '@/i18n/fill'

const never = () => () => undefined
const pageLang = () => document.documentElement.lang

export type Failed = { error: Error & { digest?: string }; reset: () => void }

type Props = Failed & { /** Where the way back leads. */ back: string; /** Class names of the area the page stands in. */ look: { page: string; panel: string; bar: string; main: string; other: string } }

/** A page failed. The digest is what the log calls it. */
export const FailedPage = ({ error, reset, back, look }: Props) => {
  // The server cannot know the language of a page that failed: the browser reads it off the page.
  const words = useSyncExternalStore(never, pageLang, () => '') === 'en' ? en : zh
  return (
    <main id="main" className={look.page}>
      <div className={look.panel}>
        <h1>{words.failed}</h1>
        <p>{fill(words.failedText, { reference: error.digest ?? '–' })}</p>
        <p className={look.bar}>
          <button className={look.main} type="button" onClick={reset}>{words.again}</button>
          <a className={look.other} href={back}>{words.back}</a>
        </p>
      </div>
    </main>
  )
}
