/** Marks of 16 × 16, drawn as strokes. Decoration only: the word beside them carries the meaning. */
const PATHS = {
  alert: 'M8 2.2 14.4 13.4H1.6ZM8 6.5v3M8 11.6v.01',
  back: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M5.8 3.5l-3 3 3 3',
  book: 'M8 4.2C6.6 3 4.8 2.6 2.5 2.6v9.6c2.3 0 4.1.4 5.5 1.6 1.4-1.2 3.2-1.6 5.5-1.6V2.6C11.2 2.6 9.4 3 8 4.2ZM8 4.2v9.6',
  camera: 'M2 5h3l1.2-2h3.6L11 5h3v8H2ZM8 6.4a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8Z',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  clock: 'M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 0 0 0-11.5ZM8 4.8V8l2.2 1.6',
  columns: 'M2.5 3h11v10h-11ZM6.2 3v10M9.8 3v10',
  down: 'm4 6.2 4 4 4-4',
  edit: 'M3 13h2.4l7-7-2.4-2.4-7 7ZM8.6 5l2.4 2.4',
  flag: 'M3.5 14V2.5h8.5l-1.8 3 1.8 3H3.5',
  hide: 'M2 8s2.3-4 6-4 6 4 6 4-2.3 4-6 4-6-4-6-4ZM3 13.5l10-11',
  home: 'm2.5 7.5 5.5-5 5.5 5M4 6.5v7h8v-7',
  idle: 'M8 2.25a5.75 5.75 0 0 1 2.8.7M13 5a5.75 5.75 0 0 1 .7 2.8M13.1 11a5.75 5.75 0 0 1-2 2M8 13.75a5.75 5.75 0 0 1-2.8-.7M3 11a5.75 5.75 0 0 1-.7-2.8M2.9 5a5.75 5.75 0 0 1 2-2',
  inbox: 'M2.5 9 4 3h8l1.5 6v4.5h-11ZM2.5 9h3.2l.8 1.7h3l.8-1.7h3.2',
  join: 'M4 2v4.5L8 10v4M12 2v4.5L8 10',
  key: 'M10.5 2.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8.4 7.6 3 13v.5h2v-1.5h1.5v-1.5H8',
  left: 'M10 3.5 5.5 8l4.5 4.5',
  list: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  lock: 'M3.2 7h9.6v6.5H3.2ZM5.4 7V5a2.6 2.6 0 0 1 5.2 0v2',
  minus: 'M3 8h10',
  more: 'M3.5 8v.01M8 8v.01M12.5 8v.01',
  nobody: 'M8 2.5a2.7 2.7 0 0 1 2.3 1.3M10.6 6a2.7 2.7 0 0 1-2.1 1.9M6.4 7.3a2.7 2.7 0 0 1-1-2.6M2.8 13.8c.2-1 .6-1.9 1.1-2.5M6 9.8c.6-.2 1.3-.3 2-.3M10.3 9.9c.8.3 1.5.8 2 1.5M13 12.8l.2 1',
  out: 'M9.5 3h-6v10h6M6.5 8h7.5M11.5 5.5 14 8l-2.5 2.5',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  person: 'M8 2.5a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4ZM2.8 13.8c.6-3 2.7-4.3 5.2-4.3s4.6 1.3 5.2 4.3',
  phone: 'M3 3.2 5.6 2.6l1.3 3-1.5 1.2a7.5 7.5 0 0 0 3.8 3.8l1.2-1.5 3 1.3-.6 2.6C7.5 13.6 2.4 8.5 3 3.2Z',
  pin: 'M8 14s4.5-4.2 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 9.8 8 14 8 14ZM8 5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3Z',
  plus: 'M8 3v10M3 8h10',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7Z',
  pulse: 'M1.5 8.5h3l1.8-4.5 3 8 1.8-3.5h3.4',
  reply: 'M2.5 3.5h11v8H7l-3 2.5v-2.5H2.5Z',
  right: 'm6 3.5 4.5 4.5L6 12.5',
  route: 'M3.5 11a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3ZM12.5 2a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3ZM5 12.5h4.5a2 2 0 0 0 2-2V5',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.5 10.5 14 14',
  send: 'm2.5 8 11-5.2-3.4 10.7-2.7-4Z',
  show: 'M2 8s2.3-4 6-4 6 4 6 4-2.3 4-6 4-6-4-6-4ZM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z',
  split: 'M8 2v4M8 6 4 9.5V14M8 6l4 3.5V14',
  star: 'm8 2.5 1.7 3.6 3.9.5-2.9 2.7.8 3.9L8 11.3l-3.5 1.9.8-3.9-2.9-2.7 3.9-.5Z',
  tag: 'M2.5 2.5h5l6 6-5 5-6-6ZM5.5 5.5v.01',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M5.8 3.5l-3 3 3 3',
  wait: 'M4 2.5h8M4 13.5h8M5 2.5c0 3 6 4 6 5.5s-6 2.5-6 5.5M11 2.5c0 3-6 4-6 5.5',
  walk: 'M8.6 1.6a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6ZM8.4 5.8l-.8 3.8 2.6 4.2M7.6 9.6l-2.4 4.2M8.4 5.8l-3 1.8M8.4 5.8l3.4 2.4',
  web: 'M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 0 0 0-11.5ZM2.25 8h11.5M8 2.25c-4 4-4 7.5 0 11.5M8 2.25c4 4 4 7.5 0 11.5',
  x: 'm4 4 8 8M12 4l-8 8',
} as const

export type IconName = keyof typeof PATHS

const isIcon = (name: string): name is IconName => Object.hasOwn(PATHS, name)

/** The mark of a navigation entry, by the name the server gave it. */
export const NavIcon = ({ name }: { name: string }) => <Icon name={isIcon(name) ? name : 'list'} />

/** Some marks stand on dots; a wider stroke keeps them visible. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} strokeWidth={name === 'more' ? 2.2 : undefined} />
  </svg>
)
