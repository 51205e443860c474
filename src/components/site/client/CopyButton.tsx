'use client'
import { useState } from 'react'
import { Icon } from '../../ui/Icon'
import { useInBrowser } from './useInBrowser'

/** Copies a short text. Only where the browser can: over http on a bare address it cannot. */
export const CopyButton = ({ text, words }: { text: string; words: { copy: string; copied: string } }) => {
  const inBrowser = useInBrowser()
  const [copied, setCopied] = useState(false)
  if (!inBrowser || !('clipboard' in navigator)) return null

  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }

  return (
    <button className="button" type="button" onClick={() => void copy()}>
      <Icon name={copied ? 'check' : 'copy'} />
      <span aria-live="polite">{copied ? words.copied : words.copy}</span>
    </button>
  )
}
