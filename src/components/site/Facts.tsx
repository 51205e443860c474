import type { ReactNode } from 'react'

export type Fact = { label: string; value: ReactNode }

/** Labels with their values; those without a value are left out. `pairs`: label left of the value on wider screens. */
export const Facts = ({ facts, pairs }: { facts: (Fact | false | undefined | '')[]; pairs?: boolean }) => (
  <dl className={pairs ? 'facts facts-pairs' : 'facts'}>
    {facts.map((fact) =>
      fact ? (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ) : null,
    )}
  </dl>
)
