/** Who the mentions are: full names, acronyms and "the Board" joined to one body each. */
import type { HolderKind } from '../analysis.ts';
import type { BodiesData } from '../rules/symbols.ts';
import type { TokenStream } from '../sentences.ts';
import type { Vocabulary } from '../tokens.ts';
import { articleReader, createArticles } from './articles.ts';
import type { Mention } from './mentions.ts';

export interface NamedBody {
  id: string;
  name: string;
  acronyms: string[];
  /** As a sentence of the text says it before the name; '' when it says none. */
  article: string;
  kind: HolderKind;
  /** Own mentions (copies of a chapeau not counted). */
  mentions: number;
}

export interface BodyTable {
  readonly bodies: readonly NamedBody[];
  /** Body of each mention, parallel to the mentions given. */
  readonly of: Int32Array;
}

const POLITICAL: ReadonlySet<HolderKind> = new Set(['executive', 'parliament']);

/** A shorter name counts as the same body when at least so many of its content words end the longer one. */
const SAME_TAIL = 3;

/** Joins mentions to bodies, in reading order. Linear but for the comparison of distinct names. */
export const joinBodies = (text: string, stream: TokenStream, mentions: readonly Mention[], data: BodiesData, vocabulary: Vocabulary): BodyTable => {
  const { tokens, sentences } = stream;
  const links = new Set([...data.links, ...data.articles].map((word) => vocabulary.keyOf(word)));
  const kindOf = kindTest(data, vocabulary);
  const bare = bareName(data.glued, vocabulary);
  const bodies: (NamedBody & { words: string[]; spellings: string[][] })[] = [];
  const byWords = new Map<string, number>();
  const byAcronym = new Map<string, number>();
  const lastWithHead = new Map<string, number>();
  const of = new Int32Array(mentions.length).fill(-1);
  const articleBefore = articleReader(text, stream, data.definite, vocabulary);
  const articles = createArticles();

  const contentWords = (first: number, last: number): string[] => {
    const words: string[] = [];
    for (let i = first; i < last; i++) if (!links.has(vocabulary.keys[tokens.word[i]!]!)) words.push(vocabulary.stems[tokens.word[i]!]!);
    return words;
  };
  const create = (mention: Mention, words: string[], last: number): number => {
    const name = bare(text.slice(tokens.start[mention.first]!, tokens.end[last - 1]!));
    const kind = mention.known ? mention.kind : kindOf(words, mention.kind);
    return bodies.push({ id: '', name, acronyms: [], article: '', kind, mentions: 0, words, spellings: [words] }) - 1;
  };
  const find = (words: readonly string[]): number | undefined => {
    const exact = byWords.get(words.join(' '));
    if (exact !== undefined) return exact;
    const same = bodies.findIndex(({ spellings }) => spellings.some((own) => {
      const [short, long] = own.length < words.length ? [own, words] : [words, own];
      return short.length >= SAME_TAIL && short.every((word, i) => word === long[long.length - short.length + i]);
    }));
    return same < 0 ? undefined : same;
  };

  mentions.forEach((mention, index) => {
    const endsInAcronym = mention.acronym !== null && vocabulary.forms[tokens.word[mention.last - 1]!] === mention.acronym;
    const last = endsInAcronym && mention.last - mention.first > 1 ? mention.last - 1 : mention.last;
    const words = contentWords(mention.first, last);
    const head = contentWords(mention.head.first, mention.head.last).join(' ');
    const isAcronym = endsInAcronym && mention.last - mention.first === 1;
    let body = isAcronym ? byAcronym.get(mention.acronym!) : undefined;
    if (body === undefined && !isAcronym && !mention.named && words.length === contentWords(mention.head.first, mention.head.last).length) {
      body = lastWithHead.get(head);
      // a government or parliament named by itself is that of the country, not the last one that carried a longer name;
      // one of two words or more (Council of Ministers, National Assembly) is a whole name
      if (body !== undefined && POLITICAL.has(mention.kind) && (bodies[body]!.kind !== mention.kind || head.includes(' '))) body = undefined;
    }
    if (!isAcronym) body ??= ownOrgan(text.slice(tokens.start[mention.first]!, tokens.end[last - 1]!), byAcronym, data.organs);
    body ??= (mention.acronym === null ? undefined : byAcronym.get(mention.acronym)) ?? find(words);
    if (body === undefined) body = create(mention, words, last);
    takeFullName(bodies[body]!, mention, bare(text.slice(tokens.start[mention.first]!, tokens.end[last - 1]!)), words);
    if (!isAcronym && words.length >= SAME_TAIL && !byWords.has(words.join(' '))) bodies[body]!.spellings.push(words);
    byWords.set(words.join(' '), byWords.get(words.join(' ')) ?? body);
    const named = bodies[body]!;
    if (mention.acronym !== null) {
      if (!named.acronyms.includes(mention.acronym)) named.acronyms.push(mention.acronym);
      if (!byAcronym.has(mention.acronym)) byAcronym.set(mention.acronym, body);
    }
    if (mention.named && !mention.known) {
      const tail = named.words.at(-1);
      lastWithHead.set(head, body);
      if (isAcronym && tail !== undefined) lastWithHead.set(tail, body);
    }
    if (mention.first >= sentences[mention.sentence]!.own) {
      named.mentions++;
      // "the Council" tells no article of "Commission and Council"
      if (isAcronym || words[0] === named.words[0]) articles.add(body, head, articleBefore(mention.first, mention.sentence));
    }
    of[index] = body;
  });
  nameIds(bodies);
  return { bodies: bodies.map(({ words: _words, spellings: _spellings, ...body }, index) => ({ ...body, article: articles.usual(index) })), of };
};

/**
 * "The SDSR Board" of the SDSRB, and "the CTSAMVM Board" of the CTSAMVM: an acronym and one noun that its last letter
 * stands for, or the noun of the organ that leads it.
 */
const ownOrgan = (name: string, byAcronym: ReadonlyMap<string, number>, organs: readonly string[]): number | undefined => {
  const [acronym, noun, more] = name.split(' ');
  if (acronym === undefined || noun === undefined || more !== undefined || !/^\p{Lu}{2,}$/u.test(acronym)) return undefined;
  return byAcronym.get(acronym + noun[0]!.toUpperCase()) ?? (organs.includes(noun.toLowerCase()) ? byAcronym.get(acronym) : undefined);
};

/** A body first met by its acronym takes the name that a later mention spells out. */
const takeFullName = (body: NamedBody & { words: string[] }, mention: Mention, name: string, words: string[]): void => {
  if (!body.acronyms.includes(body.name) || body.acronyms.includes(name) || !mention.named) return;
  body.name = name;
  body.words = words;
};

/** A name without what is written together with its first word: Arabic "and the Council" is one word, and "and" no part of the name. */
const bareName = (glued: readonly string[], vocabulary: Vocabulary): ((name: string) => string) => (name) => {
  const [first = ''] = name.split(/\s/u, 1);
  const prefix = glued.find((letters) => first.startsWith(letters) && vocabulary.stemOf(first.slice(letters.length)) === vocabulary.stemOf(first));
  return prefix === undefined ? name : name.slice(prefix.length);
};

/** Kind by a telling word in the name ("Joint ..."), else by its head noun. */
const kindTest = (data: BodiesData, vocabulary: Vocabulary): ((words: readonly string[], fallback: HolderKind) => HolderKind) => {
  const kinds = Object.entries(data.modifiers).flatMap(([kind, words]) =>
    words.map((word) => [word.split(' ').map((part) => vocabulary.stemOf(part.replace(/^=/u, ''))).join(' '), kind as HolderKind] as const),
  );
  return (words, fallback) => {
    const name = ` ${words.join(' ')} `;
    return kinds.find(([word]) => name.includes(` ${word} `))?.[1] ?? fallback;
  };
};

/** Readable ids: the first acronym, else the name in lower case with hyphens; numbered where two would be the same. */
const nameIds = (bodies: NamedBody[]): void => {
  const taken = new Map<string, number>();
  for (const body of bodies) {
    const base = body.acronyms[0] ?? body.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/gu, '');
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    body.id = count === 1 ? base : `${base}-${count}`;
  }
};
