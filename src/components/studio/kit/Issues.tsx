'use client'

import type { DraftView } from '../../../services/structure/drafts'
import { useSay } from '../words'
import { Mark } from './Mark'

type Issue = DraftView<unknown>['issues'][number]

/** Everything the checks say of what is on the screen. `onGo` leads to the place an issue speaks of. */
export const Issues = ({ issues, onGo }: { issues: readonly Issue[]; onGo?: (path: string) => void }) => {
  const say = useSay('studio')
  const errors = issues.filter(({ severity }) => severity === 'error').length
  return (
    <section className="panel" aria-labelledby="checks">
      <div className="panel-head"><h2 id="checks" tabIndex={-1}>{say('check.heading')}</h2><p>{say('check.counts', { errors, warnings: issues.length - errors })}</p></div>
      {issues.length === 0 ? <p className="panel-foot small"><Mark tone="ok">{say('check.none')}</Mark></p> : (
        <ul className="issues issues-act">
          {issues.map(({ severity, path, text }) => (
            <li key={`${path}${text}`}>
              <div><Mark tone={severity === 'error' ? 'stop' : 'warn'}>{say(severity === 'error' ? 'check.stop' : 'check.warn')}</Mark><p><b>{text}</b></p></div>
              {onGo && path ? <button type="button" className="btn btn-small" onClick={() => onGo(path)}>{say('check.where')}</button> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
