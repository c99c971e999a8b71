/**
 * Whether the player to move wins where the one who cannot move loses, by trying every move.
 * Positions are known by their text.
 */
export function isWon<Position>(
  position: Position,
  movesFrom: (position: Position) => readonly Position[],
  known = new Map<string, boolean>(),
): boolean {
  const key = String(position);
  const settled = known.get(key);
  if (settled !== undefined) return settled;
  const isWinning = movesFrom(position).some((next) => !isWon(next, movesFrom, known));
  known.set(key, isWinning);
  return isWinning;
}
