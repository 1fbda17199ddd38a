// Compares a result with the expectation of a step.

const ERAS = [
  "may23",
  "feb24",
  "jun24",
  "oct24",
  "oct24-e2ee",
  "modern",
  "jul26",
  "jul26-e2ee",
  "hostile",
  "default",
];

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** The expectation for this era: the era's entry of a map by era, or otherwise all of it. */
export function ofEra(expected, era) {
  const keys = isObject(expected) ? Object.keys(expected) : [];
  if (keys.length === 0 || !keys.every((key) => ERAS.includes(key))) {
    return expected;
  }
  return era in expected ? expected[era] : expected.default;
}

/** Fails, naming the place, unless `actual` has everything `expected` lists. */
export function check(expected, actual, place) {
  if (isObject(expected)) {
    if (Object.keys(expected).some((key) => key.startsWith("$"))) {
      return checkMatcher(expected, actual, place);
    }
    if (isObject(actual)) {
      for (const [key, value] of Object.entries(expected)) {
        check(value, actual[key] ?? null, `${place}.${key}`);
      }
      return;
    }
  } else if (Array.isArray(expected)) {
    if (Array.isArray(actual) && actual.length === expected.length) {
      expected.forEach((item, index) => check(item, actual[index], `${place}.${index}`));
      return;
    }
  } else if (expected === actual) {
    return;
  }
  throw new Error(`${place} is ${short(actual)}, not ${short(expected)}`);
}

function checkMatcher(expected, actual, place) {
  const [[name, wanted], ...others] = Object.entries(expected);
  if (others.length > 0) {
    throw new Error(`${place}: a matcher stands alone, unlike ${short(expected)}`);
  }
  if (!matches(name, wanted, actual, place)) {
    throw new Error(`${place} is ${short(actual)}, not ${short(expected)}`);
  }
}

function matches(name, wanted, actual, place) {
  if (name === "$any" && wanted === true) {
    return actual !== null && actual !== undefined;
  }
  if (name === "$length" && Number.isInteger(wanted)) {
    const countable = typeof actual === "string" || Array.isArray(actual);
    return countable && [...actual].length === wanted;
  }
  if (name === "$contains") {
    return Array.isArray(actual) && actual.some((item) => passes(wanted, item));
  }
  throw new Error(`${place}: there is no matcher ${short({ [name]: wanted })}`);
}

function passes(expected, actual) {
  try {
    check(expected, actual, "");
    return true;
  } catch {
    return false;
  }
}

/** As JSON, shortened if it is long. */
function short(value) {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length <= 300 ? text : `${text.slice(0, 300)}… (${text.length} characters)`;
}
