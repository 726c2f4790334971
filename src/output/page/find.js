// Full-text search in the page: blind to case, accents and the commonest French endings; 30,000 nodes in a few
// milliseconds. Each node has one folded text, ` word word … | word …`: its title, then all else it states.
const BAR = "|";

/// Lower case, without accents, letters and digits only, one space between words.
function fold(text) {
  return text.toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae").normalize("NFD").replace(/[\u0300-\u036f]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/// What the forms of a French word begin with: `logements` → `logement`, `sociaux` → `socia`, `créer` → `cre`
/// only where enough is left to tell it from other words.
function root(word) {
  const endings = [[/ations?$/, 5], [/eaux?$/, 4], [/aux$/, 4, "a"], [/ales?$/, 4, "a"], [/al$/, 4, "a"], [/(ees?|er|ez)$/, 5], [/(es|s|x|e)$/, 4]];
  for (const [ending, least, put] of endings) {
    if (!ending.test(word)) continue;
    const left = word.replace(ending, put || "");
    if (left.length >= least) return left;
  }
  return word;
}

/// What is asked for: words by their root, phrases as they stand.
function parseQuery(query) {
  const terms = [];
  for (const [, phrase, word] of query.matchAll(/["«“]([^"»”]+)["»”]|(\S+)/g)) {
    if (phrase !== undefined) {
      const text = fold(phrase);
      if (text) terms.push({ text: " " + text, exact: true });
    } else {
      for (const part of fold(word).split(" ")) {
        if (part) terms.push({ text: " " + root(part), word: " " + part + " " });
      }
    }
  }
  return terms;
}

let haystacks = null;

function haystackOf(node) {
  const more = [node.code, node.label || "", node.description, ...(node.attributes.responsible || []), ...(node.attributes.indicators || []),
    ...node.fields.map(([, value]) => value), ...node.mentions.map(([entity]) => entityLabel(data.entities[entity]))];
  return " " + fold(node.title) + " " + BAR + " " + fold(more.join(" ")) + " ";
}

function haystack() {
  haystacks = haystacks || nodes.map(haystackOf);
  return haystacks;
}

/// How well a text answers; 0 where a term is missing. A whole word in the title tells most.
function score(text, terms) {
  const bar = text.indexOf(BAR);
  let sum = 0;
  for (const term of terms) {
    const at = text.indexOf(term.text);
    if (at < 0) return 0;
    const whole = term.exact ? at : text.indexOf(term.word);
    sum += 1 + (at < bar ? 3 : 0) + (whole >= 0 && whole < bar ? 2 : 0) + (at === 0 ? 1 : 0);
  }
  return sum;
}

const FILTERS = {
  theme: (node, value) => node.themes.some(([theme, weight]) => weight >= data.themeHolds && data.themes[theme].slug === value),
  plan: (node, value) => plans[node.plan].name === value,
  volet: (node, value) => voletOf(node) === value,
  kind: (node, value) => kinds[node.kind] === value,
  priority: (node, value) => (node.attributes.priority || "none") === value,
  status: (node, value) => (node.attributes.status || "none") === value,
  year: (node, value) => {
    const period = node.attributes.period;
    if (!period) return false;
    const [start, end] = [period[0] ?? period[1], period[1] ?? period[0]];
    return start <= Number(value) && Number(value) <= end;
  },
  entity: (node, value) => node.mentions.some(([entity]) => data.entities[entity].id === value),
};

/// Nodes that answer the query and pass every filter, best first, else in document order.
function search(query, filters) {
  const terms = parseQuery(query);
  const wanted = Object.entries(FILTERS).filter(([name]) => filters[name]);
  const texts = terms.length > 0 ? haystack() : null;
  const found = [];
  for (const node of nodes) {
    if (!wanted.every(([name, test]) => test(node, filters[name]))) continue;
    const points = texts ? score(texts[node.i], terms) : 1;
    if (points > 0) found.push([points, node]);
  }
  if (texts) found.sort((a, b) => b[0] - a[0] || a[1].i - b[1].i);
  return found.map(([, node]) => node);
}

/// The text with the words asked for marked; as nodes, never as markup.
function marked(text, terms) {
  if (terms.length === 0) return [text];
  // The folded text of every character, with where it came from.
  let folded = " ";
  const from = [-1];
  Array.from(text).reduce((at, character) => {
    const plain = fold(character) || " ";
    for (const letter of plain) {
      if (letter === " " && folded.endsWith(" ")) continue;
      folded += letter;
      from.push(at);
    }
    return at + character.length;
  }, 0);
  const spans = [];
  for (const term of terms) {
    for (let at = folded.indexOf(term.text); at >= 0; at = folded.indexOf(term.text, at + 1)) {
      let end = at + term.text.length;
      if (!term.exact) while (end < folded.length && folded[end] !== " ") ++end;
      spans.push([from[at + 1], end < from.length ? from[end] : text.length]);
    }
  }
  spans.sort((a, b) => a[0] - b[0]);
  const pieces = [];
  let done = 0;
  for (const [begin, end] of spans) {
    if (begin < done || begin < 0) continue;
    pieces.push(text.slice(done, begin), h("mark", {}, text.slice(begin, end)));
    done = end;
  }
  pieces.push(text.slice(done));
  return pieces;
}
