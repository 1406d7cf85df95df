// supercluster.mjs FOLDER-OF-PACKAGE FOLDER-OF-SELECTIONS REPETITIONS: a filter change as a web map does it: the points
// that pass are indexed anew and the view is asked. On stdout {"all": those that leave all points, "rounds": all filters in
// all views, one after the other}, each a list of {"value": ms, "processor": ms}.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , packageFolder, folder, repetitions] = process.argv;
const { default: Supercluster } = await import(pathToFileURL(join(packageFolder, "index.js")));

const bytes = readFileSync(join(folder, "points.bin"));
const numbers = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
const points = [];
for (let i = 0; i < numbers.length; i += 2) {
  points.push({ type: "Feature", properties: { id: i / 2 }, geometry: { type: "Point", coordinates: [numbers[i], numbers[i + 1]] } });
}
const views = JSON.parse(readFileSync(join(folder, "views.json"), "utf8"));
const filters = [];
for (let i = 0; ; i++) {
  try {
    filters.push(readFileSync(join(folder, `filter-${i}.bin`)));
  } catch {
    break;
  }
}

const processor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
// One sample for each view: indexing, which is done once here for all of them, and asking.
const change = (passes) => {
  const chosen = points.filter((_, i) => passes[i]);
  const wall = performance.now();
  const work = processor();
  const index = new Supercluster({ radius: 56, extent: 256, maxZoom: 16 });
  index.load(chosen);
  const loaded = performance.now() - wall;
  const loadWork = processor() - work;
  return views.map((view) => {
    const asked = performance.now();
    const askWork = processor();
    const found = index.getClusters([view.west, view.south, view.east, view.north], Math.floor(view.zoom));
    if (chosen.length === points.length && found.length === 0) throw new Error("no clusters in a view of everything");
    return { value: loaded + performance.now() - asked, processor: loadWork + processor() - askWork };
  });
};

const PATIENCE = 12_000; // ms for the rounds; three at least
const all = [];
const rounds = [];
const start = performance.now();
while (rounds.length < Number(repetitions) && (rounds.length < 3 || performance.now() - start < PATIENCE)) {
  const round = { value: 0, processor: 0 };
  filters.forEach((passes, i) => {
    const samples = change(passes);
    if (i === 0) all.push(samples);
    for (const { value, processor } of samples) {
      round.value += value;
      round.processor += processor;
    }
  });
  rounds.push(round);
}
while (all.length < Number(repetitions)) all.push(change(filters[0]));
console.log(JSON.stringify({ all: all.flat(), rounds }));
