'use client'
import { Icon } from '../../ui/Icon'
import { useInBrowser } from './useInBrowser'

/** Prints the page. Not there without JavaScript, when it could not work. */
export const PrintButton = ({ text }: { text: string }) =>
  useInBrowser() ? (
    <button className="button" type="button" onClick={() => window.print()}>
      <Icon name="print" />
      {text}
    </button>
  ) : null
