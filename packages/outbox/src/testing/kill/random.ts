// Numbers that are the same again for the same seed.

/** Answers numbers in [0, 1). @see https://en.wikipedia.org/wiki/Linear_congruential_generator */
export type Random = () => number;

const MODULUS = 2 ** 32;

export function createRandom(seed: number): Random {
  let state = seed % MODULUS;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / MODULUS;
  };
}
