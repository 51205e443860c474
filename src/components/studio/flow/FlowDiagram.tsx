'use client'

import { useMemo, type KeyboardEvent, type ReactNode } from 'react'
import { layoutOf, type Layout, type LayoutLine, type LayoutNode } from '../../../domain/workflow/layout'
import { twoLines } from '../../../domain/workflow/layoutLabels'
import type { WorkflowDef } from '../../../domain/workflow/types'
import { Icon } from '../kit'
import { useFlowWords, type Chosen } from './words'

/** A whole workflow should fit beside the menu of a desk’s screen. */
const SCALE = 0.88

type Choose = (chosen: Chosen) => void

const Press = ({ label, on, onPress, className, children }: { label: string; on: boolean; onPress: () => void; className: string; children: ReactNode }) => {
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onPress()
  }
  return <g className={className} role="button" tabIndex={0} aria-label={label} aria-pressed={on} onClick={onPress} onKeyDown={key}>{children}</g>
}

const pathOf = ({ points }: LayoutLine): string => `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`

const tipOf = ({ points }: LayoutLine): string => {
  const [before, end] = points.slice(-2)
  if (!before || !end) return ''
  const angle = (Math.atan2(end.y - before.y, end.x - before.x) * 180) / Math.PI
  return `translate(${end.x} ${end.y}) rotate(${Math.round(angle)})`
}

const Words = ({ line, on }: { line: LayoutLine; on: boolean }) => {
  const { label } = line
  if (!label) return null
  return (
    <>
      {on ? <rect className="pill" x={label.x - label.width / 2 - 6} y={label.y - 11} width={label.width + 12} height={22} rx={4} /> : null}
      <text className={on ? 'pill-t' : 'lab mid'} x={label.x} y={label.y + 4.5}>{label.text}</text>
    </>
  )
}

type LineProps = { flow: WorkflowDef; line: LayoutLine; chosen: Chosen | undefined; onChoose: Choose }

const Line = ({ flow, line, chosen, onChoose }: LineProps) => {
  const { say, text, stepName } = useFlowWords()
  const on = chosen?.kind === 'transition' && line.transitions.includes(chosen.code)
  const names = line.transitions.map((code) => text(flow.transitions.find((each) => each.code === code)?.name)).join(say('list.joint'))
  const first = line.transitions[0]
  return (
    <Press className="flow-line" on={on} label={say('picture.line', { from: stepName(flow, line.from), to: stepName(flow, line.to), names })} onPress={() => { if (first) onChoose({ kind: 'transition', code: on && chosen ? chosen.code : first }) }}>
      <path className="hit" d={pathOf(line)} />
      <path className={`edge${line.back ? ' edge-back' : ''}${on ? ' edge-on' : ''}`} d={pathOf(line)} />
      <path className={on ? 'tip tip-on' : 'tip'} d="M0 0L-8 -4.5V4.5Z" transform={tipOf(line)} />
      <Words line={line} on={on} />
    </Press>
  )
}

type NodeProps = { node: LayoutNode; stays: readonly string[]; on: boolean; onChoose: Choose }

const Box = ({ node, stays, on, onChoose }: NodeProps) => {
  const { say, text } = useFlowWords()
  const { x, y, width, height } = node
  const lines = twoLines(text(node.name), width - 14, 14)
  const middle = y + height / 2
  const classes = ['node', node.reachable ? '' : 'node-bad', node.kind === 'final' ? 'node-end' : '', on ? 'node-on' : ''].filter(Boolean).join(' ')
  const label = [say('picture.step', { name: text(node.name), phase: say(`phase.${node.phase}`) }), ...(node.reachable ? [] : [say('picture.unreachable')])].join(' ')
  return (
    <Press className="flow-box" on={on} label={label} onPress={() => onChoose({ kind: 'step', code: node.code })}>
      <rect className={classes} x={x} y={y} width={width} height={height} rx={6} />
      {lines.map((line, at) => <text key={line} className="mid" x={x + width / 2} y={middle + 5 + (at - (lines.length - 1) / 2) * 18}>{line}</text>)}
      {stays.length > 0 ? <text className="lab stays" x={x + width - 6} y={y + 14}>{`↻${stays.length}`}</text> : null}
    </Press>
  )
}

const Lanes = ({ layout }: { layout: Layout }) => {
  const { say } = useFlowWords()
  return (
    <>
      {layout.lanes.map(({ phase, skipped, x, width }, at) => (
        <g key={phase}>
          <rect className={at % 2 === 0 ? 'lane' : 'lane-alt'} x={x} y={0} width={width} height={layout.height} />
          <text className={skipped ? 'lane-name lane-skipped' : 'lane-name'} x={x + width / 2} y={26}>{say(`phase.${phase}`)}</text>
          {skipped ? <text className="lab mid" x={x + width / 2} y={44}>{say('picture.skipped')}</text> : null}
        </g>
      ))}
    </>
  )
}

const Legend = () => {
  const { say } = useFlowWords()
  return (
    <p className="panel-foot small legend">
      <span><Icon name="arrow" />{say('picture.forward')}</span><span>{say('picture.back')}</span><span>{say('picture.chosen')}</span><span>{say('picture.loop')}</span>
      <span className="is-stop"><Icon name="stop" />{say('picture.bad')}</span>
    </p>
  )
}

/** The drawing of a workflow: every box and every line is a button. The table says the same. */
export const FlowDiagram = ({ flow, chosen, onChoose }: { flow: WorkflowDef; chosen: Chosen | undefined; onChoose: Choose }) => {
  const { say, lang } = useFlowWords()
  const layout = useMemo(() => layoutOf(flow, lang), [flow, lang])
  const isOn = (line: LayoutLine): boolean => chosen?.kind === 'transition' && line.transitions.includes(chosen.code)
  // What is chosen is drawn last, above the others.
  const lines = [...layout.lines].sort((one, other) => Number(isOn(one)) - Number(isOn(other)))
  return (
    <>
      <p className="swipe">{say('picture.swipe')}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label={say('picture.region')}>
        <svg className="flow" width={Math.round(layout.width * SCALE)} height={Math.round(layout.height * SCALE)} viewBox={`0 0 ${layout.width} ${layout.height}`} role="group" aria-label={say('picture.what')}>
          <Lanes layout={layout} />
          {lines.map((line) => <Line key={line.key} flow={flow} line={line} chosen={chosen} onChoose={onChoose} />)}
          {layout.nodes.map((node) => <Box key={node.code} node={node} stays={layout.stays.find(({ step }) => step === node.code)?.transitions ?? []} on={chosen?.kind === 'step' && chosen.code === node.code} onChoose={onChoose} />)}
        </svg>
      </div>
      <Legend />
    </>
  )
}
