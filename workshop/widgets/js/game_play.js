// The game by itself: machines and points come with the state, so that each press is answered at once.

/** Return the partner's moves against `moves`, one for each. */
export function theirMoves(machine, moves) {
  let at = machine.start;
  return moves.map((move) => {
    const played = machine.plays[at];
    at = machine.after[at][move];
    return played;
  });
}

/** Return the points of both sides after these moves: `[yours, theirs]`. */
export function pointsOf(payoffs, mine, theirs) {
  return mine.reduce(([yours, others], move, round) => {
    const [more, their] = payoffs[`${move} ${theirs[round]}`];
    return [yours + more, others + their];
  }, [0, 0]);
}
