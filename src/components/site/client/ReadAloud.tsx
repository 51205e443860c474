'use client'
import { useEffect, useState } from 'react'
import type { Lang } from '../../../domain/words'
import { Icon } from '../../ui/Icon'

export type ReadAloudProps = { lang: Lang; /** Id of the element to read. */ target: string; words: { readAloud: string; stopReading: string } }

/** A voice that lives on the device: a remote one would send the page's words to a stranger. */
const localVoice = (lang: Lang): SpeechSynthesisVoice | undefined =>
  window.speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(lang))

/** Reads the page aloud, where the device itself has a voice for the language; else it is not there. */
export const ReadAloud = ({ lang, target, words }: ReadAloudProps) => {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>()
  const [reading, setReading] = useState(false)

  useEffect(() => {
    if (!('speechSynthesis' in window)) return
    const synthesis = window.speechSynthesis
    const look = () => setVoice(localVoice(lang))
    look()
    synthesis.addEventListener('voiceschanged', look)
    return () => {
      synthesis.removeEventListener('voiceschanged', look)
      synthesis.cancel()
    }
  }, [lang])

  if (!voice) return null

  const press = () => {
    window.speechSynthesis.cancel()
    if (reading) return setReading(false)
    const speech = new SpeechSynthesisUtterance(document.getElementById(target)?.innerText ?? '')
    speech.voice = voice
    speech.lang = voice.lang
    speech.rate = 0.9
    speech.onend = () => setReading(false)
    window.speechSynthesis.speak(speech)
    setReading(true)
  }

  return (
    <button className="button" type="button" aria-pressed={reading} onClick={press}>
      <Icon name="sound" />
      {reading ? words.stopReading : words.readAloud}
    </button>
  )
}
