/** Drawn on a grid of 24 units with a stroke of 1.5. Own drawings: a line each for what people call the thing. */
const PATHS = {
  arrow: 'M4.5 12h15M13.5 6l6 6-6 6',
  back: 'M19.5 12h-15M10.5 6l-6 6 6 6',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8',
  camera: 'M3.5 8h4L9 5.5h6L16.5 8h4v11h-17zM12 16.8a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2z',
  check: 'M5 12.8l4.6 4.4L19 7.2',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.2V12l3.2 2.2',
  copy: 'M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4',
  down: 'M6 9.2l6 6 6-6',
  file: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12.5h6M9 16h6',
  grid: 'M4 4h16v16H4zM4 9.3h16M4 14.7h16M9.3 4v16M14.7 4v16',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 11.2v5M12 7.8v.1',
  menu: 'M4 7h16M4 12h16M4 17h16',
  minus: 'M7 12h10',
  pen: 'M4.5 19.5l1.2-4.4L16.3 4.5l3.2 3.2L8.9 18.3zM13.8 7l3.2 3.2',
  phone: 'M5 4.5h4l1.6 4.2-2.2 1.7a12 12 0 0 0 5.2 5.2l1.7-2.2 4.2 1.6v4c-9 1-15.5-5.5-14.5-14.5z',
  pin: 'M12 21c4.3-4.7 6.5-8 6.5-11a6.5 6.5 0 0 0-13 0c0 3 2.2 6.3 6.5 11zM12 12.4a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8z',
  print: 'M7.5 9V4h9v5M7 16.5H4V9h16v7.5h-3M7.5 13.5h9V20h-9z',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5M20 14v2M14 20h.1M17.5 20H20v-1.5',
  retry: 'M19 12a7 7 0 1 1-2.1-5L19.5 9.5M19.5 4.5v5h-5',
  rule: 'M5 4h11.5a2 2 0 0 1 2 2v14H7a2 2 0 0 1-2-2zM5 18a2 2 0 0 1 2-2h11.5M9 8h5.5M9 11.5h4',
  say: 'M4 5h16v11.5h-9L6.5 20v-3.5H4zM8 9h8M8 12.5h5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.2 15.2L20 20',
  serve: 'M5 20.5h14M7 17.5V15a2 2 0 0 1 2-2h1.5c.6-1.8-.9-3-.9-4.9a2.4 2.4 0 0 1 4.8 0c0 1.9-1.5 3.1-.9 4.9H15a2 2 0 0 1 2 2v2.5z',
  shield: 'M12 3.5l7.5 2.6v5.2c0 4.6-3 7.7-7.5 9.7-4.5-2-7.5-5.1-7.5-9.7V6.1zM9 12l2.2 2.2L15.2 10',
  sound: 'M4 9.5h3.5L12 5.5v13l-4.5-4H4zM15.5 9.2a4.3 4.3 0 0 1 0 5.6M18.2 6.5a8 8 0 0 1 0 11',
  track: 'M7.5 5.5H5V20.5h14V5.5h-2.5M8.5 3.5h7v4h-7zM8.5 14l2.4 2.4 4.6-4.6',
  tree: 'M9.5 3.5h5v4h-5zM3.5 16.5h5v4h-5zM15.5 16.5h5v4h-5zM12 7.5V12M6 16.5V12h12v4.5',
  user: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.5-4 3.5-6 7.5-6s7 2 7.5 6',
  warn: 'M12 4l9 16H3zM12 10v4.5M12 17.3v.1',
} as const

export type IconName = keyof typeof PATHS

/** A line drawing beside words; it never stands alone, so that screen readers skip it. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
)
