/** A voice that lives on the device: a remote one would send the page's words to a stranger. */
const localVoice = (lang: string): SpeechSynthesisVoice | undefined =>
  window.speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(lang))

const speak = (text: string, voice: SpeechSynthesisVoice, onEnd: () => void): void => {
  const speech = new SpeechSynthesisUtterance(text)
  speech.voice = voice
  speech.lang = voice.lang
  speech.rate = 0.9
  speech.onend = onEnd
  window.speechSynthesis.speak(speech)
}

/** The button that reads a part of the page aloud; it stays away where the device has no voice of its own. */
export const read = (button: HTMLElement): void => {
  if (!('speechSynthesis' in window)) return
  const { lang = 'zh', target = '', stop = '' } = button.dataset
  const label = button.querySelector('span')
  if (!label) return
  const start = label.textContent
  const show = (reading: boolean): void => {
    label.textContent = reading ? stop : start
    button.setAttribute('aria-pressed', String(reading))
  }
  const look = (): void => {
    button.hidden = localVoice(lang) === undefined
  }
  button.addEventListener('click', () => {
    const voice = localVoice(lang)
    const reading = button.getAttribute('aria-pressed') === 'true'
    window.speechSynthesis.cancel()
    show(!reading && voice !== undefined)
    if (!reading && voice) speak(document.getElementById(target)?.innerText ?? '', voice, () => show(false))
  })
  window.addEventListener('pagehide', () => window.speechSynthesis.cancel())
  window.speechSynthesis.addEventListener('voiceschanged', look)
  look()
}
