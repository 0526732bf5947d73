/** Stands for every character of a GitHub expression: of the same length, so that positions stay, and never a character of a command. */
const MASK = "\uE000";
/** Stands for a line break inside one. */
const MASKED_LINE_BREAK = "\uE001";

const EXPRESSION = /\$\{\{[\s\S]*?\}\}/g;

/** The script with each `${{ … }}` as one opaque word: GitHub fills it in before a shell sees the script. */
export function maskExpressions(script: string): string {
  return script.replace(EXPRESSION, (expression) => expression.replaceAll(/[^\n]/g, MASK).replaceAll("\n", MASKED_LINE_BREAK));
}

/** Lines of the script that end before a position of the masked one. */
export function lineBreaksBefore(masked: string, position: number): number {
  let count = 0;
  for (let at = 0; at < position; at += 1) if (masked[at] === "\n" || masked[at] === MASKED_LINE_BREAK) count += 1;
  return count;
}

/** Whether a part of a masked script holds an expression. */
export function hasExpression(masked: string): boolean {
  return masked.includes(MASK);
}
