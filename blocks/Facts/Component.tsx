export type FactsProps = { heading?: string | null; items?: { id?: string | null; value: string; label: string; note?: string | null }[] | null }

export const Facts = ({ heading, items }: FactsProps) => (
  <section className="block block-facts">
    {heading ? <h2>{heading}</h2> : null}
    <dl>
      {(items ?? []).map((item) => (
        <div key={item.id ?? item.label}>
          <dt>{item.label}</dt>
          <dd>
            <strong>{item.value}</strong>
            {item.note ? <span>{item.note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  </section>
)
