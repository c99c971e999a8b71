/** The one style in which the command line complains: a line that says who does. */
export function toErrorLine(text: string): string {
  // Commander begins its own with "error: ".
  const message = text.trim().replace(/^error: /, "");
  return `rlve-gym: ${message.replaceAll("\n", " ")}\n`;
}
