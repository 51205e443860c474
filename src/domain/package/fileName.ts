/** What a package's file is called: as the office is, and the day "YYYY-MM-DD". What no file system takes becomes a hyphen. */
export const packageFileName = ({ office, part, day }: { office: string; part: boolean; day: string }): string =>
  `${office.replace(/[\\/:*?"<>|\s]+/g, '-')}-${part ? 'part-' : ''}${day}.json`
