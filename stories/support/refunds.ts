import type { BatchDefinition, CellSchema, DefinitionText } from '../../src/core/index.js';

/** Words in English and German: a definition brings its own, the catalogue has none for it. */
function words(english: string, german: string): DefinitionText {
  return locale => (locale.split('-')[0] === 'de' ? german : english);
}

const most = 10_000;
const money = /^\d+\.\d{2}$/;

/** Any Standard Schema will do; this one is written by hand. */
const refundAmount: CellSchema = {
  '~standard': {
    version: 1,
    vendor: 'refunds',
    validate(value) {
      if (typeof value !== 'string' || !money.test(value)) return issue('Two decimals, such as 12.50');
      if (Number(value) === 0) return issue('Nothing to refund');
      return Number(value) > most ? issue('At most 10000.00 in one refund') : {};
    },
  },
};

function issue(message: string) {
  return { issues: [{ message }] };
}

/** Another kind of batch than the preset: refunds, of which one order may have several. */
export const refunds: BatchDefinition = {
  kind: 'refunds',
  columns: [
    {
      name: 'order_reference',
      label: words('Order', 'Bestellung'),
      required: true,
      unique: true,
      identifier: true,
      maxLength: 32,
      type: words('Text', 'Text'),
      description: words('The order that is paid back', 'Die Bestellung, die erstattet wird'),
      example: 'SHOP-2041',
      rules: words('At most 32 characters', 'Höchstens 32 Zeichen'),
      aliases: ['order', 'order_id'],
    },
    {
      name: 'amount',
      label: words('Amount', 'Betrag'),
      required: true,
      schema: refundAmount,
      type: words('Decimal number', 'Dezimalzahl'),
      description: words('What is paid back', 'Was erstattet wird'),
      example: '12.50',
      rules: words('Two decimals, at most 10000.00', 'Zwei Nachkommastellen, höchstens 10000.00'),
      aliases: ['refund_amount'],
    },
    {
      name: 'note',
      label: words('Note', 'Notiz'),
      required: false,
      maxLength: 80,
      type: words('Text', 'Text'),
      description: words('Shown to the customer', 'Sieht der Kunde'),
      example: 'Arrived late, sorry',
      rules: words('At most 80 characters', 'Höchstens 80 Zeichen'),
    },
    {
      name: 'refund_request',
      label: words('Request', 'Auftrag'),
      required: false,
      role: 'request',
      identifier: true,
      type: words('Text', 'Text'),
      description: words('Traces one refund', 'Kennung einer Erstattung'),
      example: 'RFD-0001',
      rules: words('Each only once', 'Jede nur einmal'),
    },
  ],
  limits: { maxRows: 200, maxBytes: 500_000 },
  headerPolicy: 'flexible',
  duplicates: 'warning',
  sampleFileName: 'refunds_sample.csv',
  exportFileName: 'refunds.csv',
  exportColumns: [
    { header: 'No', value: (_task, serial) => String(serial) },
    { header: 'Order', value: task => task.values['order_reference'] ?? '' },
    { header: 'Amount', value: task => task.values['amount'] ?? '' },
    { header: 'Outcome', value: task => task.status },
    { header: 'Reason', value: task => task.error?.message ?? '' },
  ],
  texts: {
    title: words('Refunds', 'Erstattungen'),
    introduction: words('Pay back many orders with one file.', 'Viele Bestellungen mit einer Datei erstatten.'),
    create: words('New refunds', 'Neue Erstattungen'),
  },
};
