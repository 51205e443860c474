'use client'

import { useMemo } from 'react'
import type { FormWords } from '../../../domain/forms/words'
import { useStudio } from '../words'

type Tree = { [name: string]: string | Tree }

const put = (tree: Tree, [name = '', ...rest]: readonly string[], text: string): void => {
  if (rest.length === 0) { tree[name] = text; return }
  const below = tree[name]
  const next: Tree = typeof below === 'object' ? below : {}
  tree[name] = next
  put(next, rest, text)
}

/** The words forms are shown with, from what the page was given: it must speak `form`. */
export const useFormWords = (): FormWords => {
  const { words } = useStudio()
  return useMemo(() => {
    const tree: Tree = {}
    for (const [key, text] of Object.entries(words)) if (key.startsWith('form.')) put(tree, key.split('.').slice(1), text)
    return tree as unknown as FormWords
  }, [words])
}
