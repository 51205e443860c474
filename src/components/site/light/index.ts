import { kiosk } from './kiosk'
import { print } from './print'
import { read } from './read'
import { unsent } from './unsent'

/** The only script of pages that are kept for everybody (scripts/light.mjs packs it): brings to life what `Light.tsx` left unseen. */
const LIGHTS: Record<string, (element: HTMLElement) => void> = { kiosk, print, read, unsent }

for (const element of document.querySelectorAll<HTMLElement>('[data-light]')) LIGHTS[element.dataset.light ?? '']?.(element)
