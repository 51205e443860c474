'use client'

import { useSyncExternalStore } from 'react'
import en from '@/i18n/en/failed.json'
import zh from '@/i18n/zh/failed.json'
import { fill } from '@/i18n/fill'

const never = () => () => undefined
const pageLang = () => document.documentElement.lang

/** A page of the workbench failed. The digest is what the log calls it. */
const ErrorPage = ({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) => {
  // The server cannot know the language of a page that failed: the browser reads it off the page.
  const words = useSyncExternalStore(never, pageLang, () => '') === 'en' ? en : zh
  return (
    <main id="main" className="entry">
      <div className="panel entry-form">
        <h1>{words.failed}</h1>
        <p>{fill(words.failedText, { reference: error.digest ?? '–' })}</p>
        <p className="row">
          <button className="btn main" type="button" onClick={reset}>{words.again}</button>
          <a className="btn quiet" href="/desk">{words.back}</a>
        </p>
      </div>
    </main>
  )
}

export default ErrorPage
