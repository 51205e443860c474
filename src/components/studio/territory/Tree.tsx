'use client'

import { useId, useMemo, useRef, useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react'
import { Check, Icon } from '../kit'
import { useSay } from '../words'
import { trailOf, treeRows, type TreeNode, type TreeRow } from './treeRows'

type Props<N extends TreeNode> = {
  nodes: readonly N[]
  chosen?: string
  onChoose: (id: string) => void
  label: string
  find: string
  /** The word for showing what is closed, too. */
  closed: (count: number) => string
  /** Beside a name: how it stands. */
  beside?: (node: N) => ReactNode
  /** Where nodes may be dragged to; what happens then. All of it can be done by the buttons, too. */
  drag?: { may: (id: string, onto: string) => boolean; drop: (id: string, onto: string) => void }
}

type Keys = Record<string, (() => void) | undefined>

/** What makes a row one that is dragged, and one that is dropped on. What is held is known at once: the first place passed over may be the one meant. */
const useDragging = (drag: Props<TreeNode>['drag']) => {
  const held = useRef<string>(undefined)
  const [over, setOver] = useState<string>()
  const fits = (id: string): boolean => held.current !== undefined && drag?.may(held.current, id) === true
  const end = (): void => {
    held.current = undefined
    setOver(undefined)
  }
  return (id: string) => (drag ? {
    draggable: true,
    'data-drop': over === id ? true : undefined,
    onDragStart: (event: DragEvent) => { event.dataTransfer.effectAllowed = 'move'; event.dataTransfer.setData('text/plain', id); held.current = id },
    onDragOver: (event: DragEvent) => { if (!fits(id)) return setOver(undefined); event.preventDefault(); setOver(id) },
    onDragEnd: end,
    onDrop: (event: DragEvent) => { event.preventDefault(); if (held.current && fits(id)) drag.drop(held.current, id); end() },
  } : {})
}

/** A tree that is walked by the arrow keys, searched by name or code, and folded. */
export const Tree = <N extends TreeNode>({ nodes, chosen, onChoose, label, find, closed, beside, drag }: Props<N>) => {
  const say = useSay('studioTerritory')
  const hint = useId()
  const list = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const [withMuted, setWithMuted] = useState(false)
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(nodes.filter(({ parent }) => !parent).map(({ id }) => id)))
  const [shown, setShown] = useState<string>()
  if (shown !== chosen && nodes.some(({ id }) => id === chosen)) {
    // What was chosen elsewhere (by its link, or just made) is shown.
    setShown(chosen)
    setOpen(new Set([...open, ...trailOf(nodes, chosen).slice(0, -1).map(({ id }) => id)]))
  }
  const [focus, setFocus] = useState<string>()
  const dragging = useDragging(drag)
  const rows = useMemo(() => treeRows({ nodes, open, text, withMuted }), [nodes, open, text, withMuted])
  const muted = nodes.filter((node) => node.muted).length
  const at = rows.some(({ node }) => node.id === focus) ? focus : (rows.find(({ node }) => node.id === chosen)?.node.id ?? rows[0]?.node.id)

  const go = (row: TreeRow<N> | undefined): void => {
    if (!row) return
    setFocus(row.node.id)
    list.current?.querySelector<HTMLElement>(`[data-id="${row.node.id}"]`)?.focus()
  }
  const fold = (id: string, isOpen: boolean): void => setOpen((now) => (isOpen ? new Set([...now, id]) : new Set([...now].filter((each) => each !== id))))
  const press = (event: KeyboardEvent, row: TreeRow<N>, index: number): void => {
    const keys: Keys = {
      ArrowDown: () => go(rows[index + 1]),
      ArrowUp: () => go(rows[index - 1]),
      Home: () => go(rows[0]),
      End: () => go(rows.at(-1)),
      ArrowRight: row.children === 0 ? undefined : () => (row.open ? go(rows[index + 1]) : fold(row.node.id, true)),
      ArrowLeft: () => (row.open ? fold(row.node.id, false) : go(rows.find(({ node }) => node.id === row.node.parent))),
      Enter: () => onChoose(row.node.id),
      ' ': () => onChoose(row.node.id),
    }
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <>
      <label className="field tree-find"><span className="sr">{find}</span><input className="input" type="search" placeholder={say('tree.hint')} value={text} onChange={(event) => setText(event.target.value)} /></label>
      <p className="sr" id={hint}>{say('tree.keys')}</p>
      {rows.length === 0 ? <p className="muted small" role="status">{say('tree.none', { text })}</p> : null}
      <div className="tree tree-keys" role="tree" aria-label={label} aria-describedby={hint} ref={list}>
        {rows.map((row, index) => (
          <div key={row.node.id} role="treeitem" data-id={row.node.id} className={`leaf depth-${Math.min(row.depth, 8)}`} tabIndex={row.node.id === at ? 0 : -1}
            aria-level={row.depth} aria-setsize={row.siblings} aria-posinset={row.place} aria-selected={row.node.id === chosen} aria-current={row.node.id === chosen ? 'true' : undefined}
            {...(row.children > 0 ? { 'aria-expanded': row.open } : {})} {...dragging(row.node.id)}
            onClick={() => { setFocus(row.node.id); onChoose(row.node.id) }} onKeyDown={(event) => press(event, row, index)}>
            {row.children > 0
              ? <span className={row.open ? 'fold is-open' : 'fold'} aria-hidden="true" onClick={(event) => { event.stopPropagation(); fold(row.node.id, !row.open) }}><Icon name="right" /></span>
              : <span className="fold" aria-hidden="true" />}
            <span className={row.node.muted ? 'name muted' : 'name'}>{row.node.name}</span>
            {beside?.(row.node)}
            {row.children > 0 ? <span className="count">{row.children}</span> : null}
          </div>
        ))}
      </div>
      {muted > 0 ? <div className="small"><Check label={closed(muted)} checked={withMuted} onChange={setWithMuted} /></div> : null}
    </>
  )
}
