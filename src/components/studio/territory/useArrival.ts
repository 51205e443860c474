'use client'

import { useEffect, useRef, type RefObject } from 'react'

/** A heading that takes the focus when it is shown because of what was just done: whoever works by keyboard or ear goes on from there. */
export const useArrival = (arrived: boolean): RefObject<HTMLHeadingElement | null> => {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (arrived) head.current?.focus()
  }, [arrived])
  return head
}
