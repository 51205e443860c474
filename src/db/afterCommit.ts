type Task = () => void | Promise<void>
type Log = { error: (entry: { err: unknown; msg: string }) => void }

export type AfterCommit = {
  add: (transaction: string, task: Task) => void
  /** Runs and forgets the tasks of a transaction. Their errors are logged: what was committed stays committed. */
  run: (transaction: string) => Promise<void>
  drop: (transaction: string) => void
}

/** Tasks that wait for the commit of their transaction, and are forgotten with its rollback. */
export const makeAfterCommit = (log: Log): AfterCommit => {
  const tasks = new Map<string, Task[]>()
  const take = (transaction: string): Task[] => {
    const taken = tasks.get(transaction) ?? []
    tasks.delete(transaction)
    return taken
  }
  return {
    add: (transaction, task) => {
      tasks.set(transaction, [...(tasks.get(transaction) ?? []), task])
    },
    run: async (transaction) => {
      for (const task of take(transaction)) {
        try {
          await task()
        } catch (err) {
          log.error({ err, msg: 'A task after the commit failed' })
        }
      }
    },
    drop: (transaction) => {
      take(transaction)
    },
  }
}
