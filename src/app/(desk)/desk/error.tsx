'use client'

import en from '@/i18n/en/desk.json'
import zh from '@/i18n/zh/desk.json'
import { fill } from '@/i18n/fill'

/** A page of the workbench failed. The digest is what the log calls it. */
const ErrorPage = ({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) => {
  const words = (typeof document !== 'undefined' && document.documentElement.lang === 'en' ? en : zh).missing
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
