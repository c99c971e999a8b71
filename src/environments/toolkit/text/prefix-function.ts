/**
 * For each prefix of a text, the length of its longest proper border (a prefix that is also a
 * suffix): the failure function of Knuth, Morris and Pratt (1977). O(n).
 */
export function prefixFunction(text: string): number[] {
  const borders: number[] = [];
  for (let end = 0; end < text.length; end++) {
    let length = end === 0 ? 0 : borders[end - 1];
    while (length > 0 && text[length] !== text[end]) length = borders[length - 1];
    borders.push(end > 0 && text[length] === text[end] ? length + 1 : 0);
  }
  return borders;
}
