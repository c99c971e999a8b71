/**
 * The lines of UTF-8 text as they come in, those of each chunk together. Only a line feed ends a line
 * (a carriage return before it belongs to the end), since the other separators of Unicode may stand
 * in a JSON text. A byte order mark at the beginning is left out.
 */
export async function* readLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  // Of the line that has not ended: joined once, so that long lines cost linear time.
  let pieces: string[] = [];
  const take = (text: string): string[] => {
    const [first, ...others] = text.split("\n");
    pieces.push(first);
    const last = others.pop();
    if (last === undefined) return [];
    const lines = [pieces.join(""), ...others];
    pieces = [last];
    return lines.map(withoutCarriageReturn);
  };
  for await (const chunk of input) yield take(decoder.decode(chunk, { stream: true }));
  yield take(`${decoder.decode()}\n`);
}

function withoutCarriageReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
