import { Icon } from '../../ui/Icon'

/** A few lines of advice, ticked. */
export const Tips = ({ title, lines }: { title: string; lines: string[] }) => (
  <section className="stack">
    <h2>{title}</h2>
    <ul className="ticks small">
      {lines.map((line) => (
        <li key={line}>
          <Icon name="check" />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  </section>
)
