/** Precision, recall and F1 of sets of labels against gold. */

/** A part of the gold that was looked for and how much of it was found; null where there is nothing to divide by. */
export interface Found {
  gold: number;
  predicted: number;
  both: number;
  precision: number | null;
  recall: number | null;
  f1: number | null;
}

export interface SetScores {
  /** All labels of all units in one count. */
  micro: Found;
  /** Mean F1 over the labels that occur in gold or prediction. */
  macro: number | null;
  labels: (Found & { label: string })[];
}

/** What gold and prediction say of one unit. */
export interface Sets {
  gold: readonly string[];
  predicted: readonly string[];
}

export const found = (gold: number, predicted: number, both: number): Found => ({
  gold,
  predicted,
  both,
  precision: predicted ? both / predicted : null,
  recall: gold ? both / gold : null,
  f1: gold + predicted ? (2 * both) / (gold + predicted) : null,
});

/** Counts of one unit, to be added up. A label counts once. */
export const countUnit = ({ gold, predicted }: Sets): Found => {
  const wanted = new Set(gold);
  const given = new Set(predicted);
  return found(wanted.size, given.size, [...given].filter((label) => wanted.has(label)).length);
};

export const addUp = (counts: readonly Found[]): Found => {
  let [gold, predicted, both] = [0, 0, 0];
  for (const count of counts) {
    gold += count.gold;
    predicted += count.predicted;
    both += count.both;
  }
  return found(gold, predicted, both);
};

/** Scores of each label, in alphabetical order of labels, and of all together. */
export const setScores = (units: readonly Sets[]): SetScores => {
  const names = [...new Set(units.flatMap(({ gold, predicted }) => [...gold, ...predicted]))].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const labels = names.map((label) => {
    const [wanted, given] = [units.filter(({ gold }) => gold.includes(label)), units.filter(({ predicted }) => predicted.includes(label))];
    return { label, ...found(wanted.length, given.length, given.filter(({ gold }) => gold.includes(label)).length) };
  });
  const macro = labels.length ? labels.reduce((total, { f1 }) => total + f1!, 0) / labels.length : null;
  return { micro: addUp(units.map(countUnit)), macro, labels };
};
