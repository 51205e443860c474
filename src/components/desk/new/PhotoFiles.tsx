'use client'

import { useEffect, useMemo, useState } from 'react'
import { Fault } from '../ui/Field'
import { Icon } from '../ui/icons'
import { AddPhoto } from '../ui/PhotoTray'
import { useWords } from '../words'

type FilesProps = { value: File[]; most: number; onChange: (files: File[]) => void }

const LARGEST = 10 * 1024 * 1024
const KINDS = ['image/jpeg', 'image/png', 'image/webp']

/** Pictures kept on this page until the sheet is sent. */
export const PhotoFiles = ({ value, most, onChange }: FilesProps) => {
  const say = useWords()
  const [faults, setFaults] = useState<string[]>([])
  const urls = useMemo(() => value.map((file) => URL.createObjectURL(file)), [value])
  useEffect(() => () => urls.forEach((url) => URL.revokeObjectURL(url)), [urls])
  const add = (files: File[]) => {
    const good = files.filter((file) => KINDS.includes(file.type) && file.size <= LARGEST)
    const found = files.filter((file) => !good.includes(file)).map((file) => say('photos.notThis', { name: file.name }))
    if (value.length + good.length > most) found.push(say('photos.tooMany', { n: most }))
    setFaults(found)
    onChange([...value, ...good].slice(0, most))
  }
  return (
    <>
      <div className="photos">
        {value.map((file, index) => (
          <figure key={urls[index]}>
            <img src={urls[index]} alt={say('photos.nth', { n: index + 1 })} />
            <button className="btn small" type="button" aria-label={say('photos.removeNth', { n: index + 1 })} onClick={() => onChange(value.filter((_, at) => at !== index))}><Icon name="x" /></button>
          </figure>
        ))}
        {value.length < most ? <AddPhoto onFiles={add} /> : null}
      </div>
      {faults.map((text) => <Fault key={text} text={text} />)}
    </>
  )
}
