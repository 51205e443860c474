'use client'

import { useSyncExternalStore } from 'react'
import en from '@/i18n/en/failed.json'
import zh from '@/i18n/zh/failed.json'
import { fill } from '@/i18n/fill'

const never = () => () => undefined
const pageLang = () => document.documentElement.lang

/** An editor failed. The digest is what the log calls it. */
const ErrorPage = ({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) => {
  const words = useSyncExternalStore(never, pageLang, () => '') === 'en' ? en : zh
  return (
    <main id="main" className="page">
      <div className="panel empty">
        <h1>{words.failed}</h1>
        <p>{fill(words.failedText, { reference: error.digest ?? '–' })}</p>
        <p className="bar bar-mid">
          <button className="btn btn-main" type="button" onClick={reset}>{words.again}</button>
          <a className="btn" href="/admin/structure">{words.back}</a>
        </p>
      </div>
    </main>
  )
}

export default ErrorPage
