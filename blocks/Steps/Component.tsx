export type StepsProps = { heading?: string | null; items?: { id?: string | null; title: string; text?: string | null }[] | null }

export const Steps = ({ heading, items }: StepsProps) => (
  <section className="block block-steps">
    {heading ? <h2>{heading}</h2> : null}
    <ol>
      {(items ?? []).map((item) => (
        <li key={item.id ?? item.title}>
          <h3>{item.title}</h3>
          {item.text ? <p>{item.text}</p> : null}
        </li>
      ))}
    </ol>
  </section>
)
