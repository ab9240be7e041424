// RFC 3339 dates and times, read as ajv-formats reads them.

const fullDate = /^\d{4}-\d\d-\d\d$/;
const fullTime = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(?:z|([+-])(\d\d)(?::?(\d\d))?)?$/i;
const offset = /(?:z|[+-]\d\d(?::?\d\d)?)$/i;
const separated = /^([^t\s]*)[t\s]([^t\s]*)$/i;
/** Most of what is written: no day that only some months have, no offset, no leap second. */
const plainInstant =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;

/** @see RFC 3339, section 5.6, `full-date` */
export function isDate(text: string): boolean {
  if (!fullDate.test(text)) return false;
  const [month, day] = [Number(text.slice(5, 7)), Number(text.slice(8))];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(Number(text.slice(0, 4)), month);
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

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
