/** How many groups have a colour of their own; more begin anew, and are told apart by their texts. */
const COLOURS = 8;

/** The class of something that an answer marked, beside its own. */
export function toClass(name: string, mark: number | undefined): string {
  return mark === undefined || mark === 0
    ? name
    : `${name} marked mark-${((mark - 1) % COLOURS) + 1}`;
}

/** The end of a picture's name: how much of it the answer marked. */
export function describeMarks(marks: readonly (number | undefined)[]): string {
  const count = marks.filter((mark) => mark !== undefined && mark > 0).length;
  return count === 0 ? "" : `; the answer marks ${count}`;
}
