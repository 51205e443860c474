/** How far a round is, as a bar with its words. */
export const Progress = ({ done, total, text }: { done: number; total: number; text: string }) => (
  <p className="round-progress"><progress value={done} max={Math.max(1, total)} aria-label={text} /><span className="num">{text}</span></p>
)
