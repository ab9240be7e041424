// Numbers taken as the decimals that JSON shows.

/** Whether `value` is a whole multiple of `divisor`: 0.3 is one of 0.1, although their binary neighbours are not. */
export function isMultipleOf(value: number, divisor: number): boolean {
  const [digits, exponent] = toDecimal(value);
  const [divisorDigits, divisorExponent] = toDecimal(divisor);
  const common = Math.min(exponent, divisorExponent);
  const scaled = divisorDigits * 10n ** BigInt(divisorExponent - common);
  return scaled !== 0n && (digits * 10n ** BigInt(exponent - common)) % scaled === 0n;
}

// the value is `digits` times ten to the power of `exponent`
function toDecimal(value: number): readonly [digits: bigint, exponent: number] {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}
