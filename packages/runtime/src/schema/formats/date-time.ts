// RFC 3339 dates and times, read as ajv-formats reads them.

const everyMonth = "(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])";
const longMonths = "(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31";
const usualDate = `\\d{4}-(?:${everyMonth}|${longMonths})`;
const usual = /*#__PURE__*/ new RegExp(`^${usualDate}$`);
const leapDay = /^(\d\d)(\d\d)-02-29$/;
const fullTime = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(?:z|([+-])(\d\d)(?::?(\d\d))?)?$/i;
const offset = /(?:z|[+-]\d\d(?::?\d\d)?)$/i;
const separated = /^([^t\s]*)[t\s]([^t\s]*)$/i;
/** Most of what is written: no leap day, no offset, no leap second. */
const plainInstant = /*#__PURE__*/ new RegExp(
  `^${usualDate}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?Z$`,
);

/** @see RFC 3339, section 5.6, `full-date` */
export function isDate(text: string): boolean {
  return usual.test(text) || isLeapDay(text);
}

/** @see RFC 3339, section 5.6, `full-time`; the colon in the offset, and its minutes, may be left out */
export function isTime(text: string): boolean {
  return offset.test(text) && isIsoTime(text);
}

/** A time that may leave its offset out. @see ISO 8601 */
export function isIsoTime(text: string): boolean {
  const parts = fullTime.exec(text);
  if (!parts) return false;
  const [hour, minute, second] = parts.slice(1, 4).map(Number) as [number, number, number];
  const [offsetHour, offsetMinute] = parts.slice(5, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
  ];
  if (offsetHour > 23 || offsetMinute > 59) return false;
  if (hour <= 23 && minute <= 59 && second < 60) return true;
  // a leap second ends a day in UTC, whatever the local time
  const sign = parts[4] === "-" ? -1 : 1;
  const utcMinute = minute - offsetMinute * sign;
  const utcHour = hour - offsetHour * sign - (utcMinute < 0 ? 1 : 0);
  const endsHour = utcMinute === 59 || utcMinute === -1;
  return second < 61 && endsHour && (utcHour === 23 || utcHour === -1);
}

/** @see RFC 3339, section 5.6, `date-time`; any white space may stand for the `T` */
export function isDateTime(text: string): boolean {
  return plainInstant.test(text) || isInstant(text, isTime);
}

/** A date and a time that may leave its offset out. @see ISO 8601 */
export function isIsoDateTime(text: string): boolean {
  return isInstant(text, isIsoTime);
}

function isInstant(text: string, judgeTime: (time: string) => boolean): boolean {
  const [, date, time] = separated.exec(text) ?? [];
  return date !== undefined && time !== undefined && isDate(date) && judgeTime(time);
}

function isLeapDay(text: string): boolean {
  const [, century, year] = leapDay.exec(text) ?? [];
  // a year that ends a century leaps where the century's number does
  return year !== undefined && Number(year === "00" ? century : year) % 4 === 0;
}
