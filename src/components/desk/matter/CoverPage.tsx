'use client'

import { useState } from 'react'
import type { Box } from '../../../domain/photos/boxes'
import type { CoverVM } from '../../../services/desk/view/cover'
import { ask } from '../api'
import type { ApiError } from '../types'
import { Banner, FaultBanner } from '../ui/Banner'
import { Icon } from '../ui/icons'
import { Panel } from '../ui/Panel'
import { useWords } from '../words'
import { CoverBoxes } from './CoverBoxes'
import { CoverCanvas } from './CoverCanvas'

const FIRST: Box = { x: 40, y: 40, w: 20, h: 10 }

const useCover = (given: CoverVM) => {
  const [view, setView] = useState(given)
  const [boxes, setBoxes] = useState<Box[]>([])
  const [on, setOn] = useState<'shown' | 'original'>('shown')
  const [state, setState] = useState<{ busy?: boolean; saved?: boolean; error?: ApiError }>({})
  const save = async () => {
    setState({ busy: true })
    const answer = await ask<{ view: CoverVM }>(view.saveUrl, { method: 'POST', json: { boxes, on, redaction: view.redaction } })
    if (!answer.ok) return setState({ error: answer.error })
    setView(answer.data.view)
    setBoxes([])
    setOn('shown')
    setState({ saved: true })
  }
  return { view, boxes, setBoxes, on, setOn, state, save }
}

type Cover = ReturnType<typeof useCover>

/** Covers parts of a photo for good: drawn by mouse or finger, or typed as numbers. */
export const CoverPage = ({ view: given }: { view: CoverVM }) => {
  const say = useWords()
  const cover = useCover(given)
  const { view, boxes, setBoxes, on, state } = cover
  return (
    <main className="page cover" id="main">
      <div className="page-head">
        <div>
          <p className="small muted"><a href={view.matterHref}>{view.number}</a></p>
          <h1>{say('cover.title')}</h1>
          <p className="muted">{say('cover.lead')}</p>
        </div>
      </div>
      <div className="cover-grid">
        <CoverCanvas url={on === 'original' && view.originalUrl ? view.originalUrl : view.url} boxes={boxes} onDrawn={(box) => setBoxes(boxes.length < view.mostBoxes ? [...boxes, box] : boxes)} />
        <div className="stack">
          {state.saved ? <Banner tone="done" live="status" title={say('cover.saved')} /> : null}
          {state.error ? <FaultBanner error={state.error} /> : null}
          <Panel title={say('cover.boxes')} count={boxes.length} corner={<button className="btn quiet small" type="button" disabled={boxes.length >= view.mostBoxes} onClick={() => setBoxes([...boxes, FIRST])}><Icon name="plus" />{say('cover.add')}</button>}>
            <CoverBoxes boxes={boxes} onChange={setBoxes} />
          </Panel>
          <From cover={cover} />
          <Go cover={cover} />
        </div>
      </div>
    </main>
  )
}

const From = ({ cover: { view, on, setOn, setBoxes } }: { cover: Cover }) => {
  const say = useWords()
  if (!view.originalUrl) return null
  const turn = (to: 'shown' | 'original') => {
    setBoxes([])
    setOn(to)
  }
  return on === 'shown'
    ? <p><button className="btn small" type="button" onClick={() => turn('original')}><Icon name="show" />{say('cover.original')}</button> <small className="muted">{say('cover.originalWhy')}</small></p>
    : <Banner tone="warn" title={say('cover.onOriginal')} actions={<button className="btn small" type="button" onClick={() => turn('shown')}>{say('cover.back')}</button>} />
}

const Go = ({ cover: { boxes, state, save, view } }: { cover: Cover }) => {
  const say = useWords()
  return (
    <div className="row">
      <button className="btn main" type="button" disabled={boxes.length === 0} aria-busy={state.busy} onClick={() => void save()}><Icon name="hide" />{say('cover.save', { n: boxes.length })}</button>
      <a className="btn quiet" href={view.matterHref}>{say('cover.toMatter')}</a>
    </div>
  )
}
