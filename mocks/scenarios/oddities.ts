type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

const odd: Json = { why: 'A newer server says more than is known here', list: [1, null, { deep: true }] };

/** The same payload from a server of another year: members and statuses that nobody here has heard of. */
export function oddities(text: string): string {
  return JSON.stringify(strange(JSON.parse(text) as Json));
}

/** Members that are maps: their names are data, and another value would be a wrong one. */
const maps: readonly string[] = ['counts', 'values'];

function strange(value: Json, position = 0): Json {
  if (Array.isArray(value)) return value.map((item, index) => strange(item, index));
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).map(
    ([name, member]) => [name, maps.includes(name) ? member : strange(member)] as const,
  );
  const changed: { [name: string]: Json } = { ...Object.fromEntries(members), x_new: odd };
  if (typeof value['status'] === 'string' && position % 3 === 1) changed['status'] = 'AWAITING_AUDIT';
  return changed;
}
