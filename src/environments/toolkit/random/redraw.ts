/**
 * Draws until a draw is a problem: `draw` returns undefined for one that is not.
 * @param limit how many draws to try; far above what any accepted parameters need
 * @throws Error after `limit` draws, which means that the parameters schema accepts too much
 */
export function redrawUntil<Drawn>(draw: () => Drawn | undefined, limit = 100_000): Drawn {
  for (let attempt = 0; attempt < limit; attempt++) {
    const drawn = draw();
    if (drawn !== undefined) return drawn;
  }
  throw new Error(`no problem found in ${limit} draws`);
}
