// Section 2: the forms of names and moments, as predicates; and how larger forms are put together from them.
import { utf8 } from "./bytes.mjs";
import { isBytes, isInt, isList, isMap, isText } from "./canon.mjs";

export { isBytes, isInt, isList, isMap, isText };

const matches = (pattern) => (value) => isText(value) && pattern.test(value);

export const isId = matches(/^[a-z0-9]{4,26}$/);
export const isPost = matches(/^[a-z0-9_]+(\/[a-z0-9_]+)*$/);
export const isCode = matches(/^[a-z][a-z0-9_]*$/);
export const isCase = matches(/^[a-z][a-z0-9_]*:[a-z0-9]{4,26}$/);
export const isType = (value) => isCode(value) && value.length <= 64;
export const isDesk = (value) => isText(value) && value.length > 0 && utf8(value).length <= 32;
export const isOrigin = matches(/^[a-z0-9.-]+(:[0-9]+)?(\/[a-z0-9._~-]+)+$/);

export const bytesOf = (length) => (value) => isBytes(value) && value.length === length;
export const b16 = bytesOf(16);
export const b32 = bytesOf(32);

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function isDay(value) {
  if (!isText(value)) return false;
  const parts = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(value);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number);
  if (year < 1 || month < 1 || month > 12) return false;
  return day >= 1 && day <= DAYS[month - 1] + (month === 2 && isLeap(year) ? 1 : 0);
}

export const isMinute = (value) =>
  isText(value) && /^.{10}T([01][0-9]|2[0-3]):[0-5][0-9]$/.test(value) && isDay(value.slice(0, 10));
export const isAt = (value) => isInt(value) || isDay(value) || isMinute(value);

// ---------------------------------------------------------------- forms made of forms

export const nil = (value) => value === null;
export const any = () => true;
export const either = (...forms) => (value) => forms.some((form) => form(value));
export const oneOf = (...values) => (value) => values.includes(value);
export const between = (least, most = Infinity) => (value) => isInt(value) && value >= least && value <= most;
export const upTo = (length) => (value) => isBytes(value) && value.length <= length;

export const list = (form, least = 0, most = Infinity) => (value) =>
  isList(value) && value.length >= least && value.length <= most && value.every((one) => form(one));

export const tuple = (...forms) => (value) =>
  isList(value) && value.length === forms.length && forms.every((form, i) => form(value[i]));

// Texts are compared as their UTF-8 bytes, byte strings as bytes, integers as numbers.
export function before(a, b) {
  if (isInt(a)) return a < b;
  return Buffer.compare(isText(a) ? utf8(a) : a, isText(b) ? utf8(b) : b) < 0;
}

export const ascends = (values, by = (value) => value) =>
  values.every((value, i) => i === 0 || before(by(values[i - 1]), by(value)));

// [x]↑ of the document: strictly ascending, hence without repetition.
export const rising = (form, least = 0, most = Infinity) => {
  const items = list(form, least, most);
  return (value) => items(value) && ascends(value);
};

// Exactly these fields, each of its form.
export const record = (fields) => {
  const names = Object.keys(fields);
  return (value) =>
    isMap(value) &&
    Object.keys(value).length === names.length &&
    names.every((name) => name in value && fields[name](value[name]));
};
