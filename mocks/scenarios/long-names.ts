/** What people write, by the members that hold it. */
const longer: Readonly<Record<string, (text: string) => string>> = {
  file_name: text => `settlements_of_the_third_quarter_${'second_run_after_the_corrections_'.repeat(11)}${text}`,
  description: () => 'The first run missed two gateways, and the second one was stopped by hand. '.repeat(6),
  name: text => `${text} of the night shift for settlements, disputes and returns (south-west and overseas)`,
  message: text => `${text} ${'The external system says that somebody has to look at it by hand. '.repeat(5)}`,
  external_response: text => `${text} `.repeat(40),
};

/** The same payload, as it is where everything has a long name. */
export function longNames(text: string): string {
  return JSON.stringify(JSON.parse(text), (member, value: unknown) =>
    typeof value === 'string' ? (longer[member]?.(value) ?? value) : value,
  );
}
