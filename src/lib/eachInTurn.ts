/** What `Promise.all` over a list would give, one after the other: inside a transaction a session of MongoDB takes no two statements at once. */
export const eachInTurn = async <T, R>(items: readonly T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> => {
  const done: R[] = []
  for (const [index, item] of items.entries()) done.push(await work(item, index))
  return done
}
