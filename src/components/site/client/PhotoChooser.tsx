'use client'
import { useEffect, useRef, useState, type ChangeEvent } from 'react'
import { fill } from '../../../i18n/fill'
import { Icon } from '../../ui/Icon'
import { fileSize } from '../bytes'
import { shrinkPhoto } from './shrinkPhoto'
import { useInBrowser } from './useInBrowser'

export type PhotoChooserProps = {
  id: string
  name: string
  accept: string
  describedBy?: string
  /** How many more there may be: what is chosen beyond is left out at once, by name. */
  max?: number
  words: { choose: string; preparing: string; ready: string; sending: string; preview: string; tooMany: string; pause: string }
}

type Chosen = { url: string; name: string; size: number }
type State = { step: 'idle' } | { step: 'preparing'; done: number; total: number } | { step: 'ready'; chosen: Chosen[] } | { step: 'sending' }

/** The file input of photos. Where JavaScript runs, large photos are made smaller on the device, and shown before they are sent. */
export const PhotoChooser = ({ id, name, accept, describedBy, max, words }: PhotoChooserProps) => {
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<State>({ step: 'idle' })
  const [left, setLeft] = useState<string[]>([])
  const inBrowser = useInBrowser()

  useEffect(() => {
    const form = input.current?.form
    const sending = (event: SubmitEvent) => {
      // What sends the form in the browser's stead says itself how far it is.
      if (!event.defaultPrevented && input.current?.files?.length) setState({ step: 'sending' })
    }
    form?.addEventListener('submit', sending)
    return () => form?.removeEventListener('submit', sending)
  }, [])

  const prepare = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const all = [...(target.files ?? [])]
    const files = all.slice(0, max)
    setLeft(all.slice(files.length).map((file) => file.name))
    const ready = new DataTransfer()
    for (const [index, file] of files.entries()) {
      setState({ step: 'preparing', done: index, total: files.length })
      ready.items.add(await shrinkPhoto(file))
    }
    target.files = ready.files
    target.dispatchEvent(new Event('input', { bubbles: true }))
    setState(files.length === 0 ? { step: 'idle' } : { step: 'ready', chosen: [...ready.files].map((file) => ({ url: URL.createObjectURL(file), name: file.name, size: file.size })) })
  }

  return (
    <>
      <div className={inBrowser ? 'chooser' : undefined}>
        <input ref={input} className="files" id={id} type="file" name={name} multiple accept={accept} aria-describedby={describedBy} onChange={(event) => void prepare(event)} />
        {inBrowser && (
          // The input lies over it, unseen: the browser's own words are in the browser's language.
          <span className="button" aria-hidden="true">
            <Icon name="camera" />
            {words.choose}
          </span>
        )}
      </div>
      <p className="small muted" role="status">
        {state.step === 'preparing' && fill(words.preparing, { number: state.done + 1, total: state.total })}
        {state.step === 'ready' && fill(words.ready, { count: state.chosen.length, size: fileSize(state.chosen.reduce((sum, { size }) => sum + size, 0)) })}
        {state.step === 'sending' && words.sending}
      </p>
      {left.length > 0 && (
        <p className="wrong small" role="alert">
          {fill(words.tooMany, { max: max ?? 0, names: left.join(words.pause) })}
        </p>
      )}
      {state.step === 'ready' && (
        <ul className="photos">
          {state.chosen.map(({ url, name: file }, index) => (
            <li key={url}>
              <img src={url} alt={fill(words.preview, { number: index + 1, name: file })} width="96" height="96" onError={(event) => event.currentTarget.closest('li')?.setAttribute('hidden', '')} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
