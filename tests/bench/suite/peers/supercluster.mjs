// supercluster.mjs FOLDER-OF-PACKAGE FOLDER-OF-SELECTIONS REPETITIONS: for each of the usual filters the points that pass
// are indexed anew and each of the usual views is asked. {"samples": [{"value": ms, "processor": ms}]} on stdout.
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
const samples = [];
for (let loads = 0; loads < Number(repetitions); ) {
  for (const passes of filters) {
    const chosen = points.filter((_, i) => passes[i]);
    const wall = performance.now();
    const work = processor();
    const index = new Supercluster({ radius: 56, extent: 256, maxZoom: 16 });
    index.load(chosen);
    const loaded = performance.now() - wall;
    const loadWork = processor() - work;
    loads++;
    for (const view of views) {
      const asked = performance.now();
      const askWork = processor();
      const found = index.getClusters([view.west, view.south, view.east, view.north], Math.floor(view.zoom));
      if (passes === filters[0] && found.length === 0) throw new Error("no clusters in a view of everything");
      samples.push({ value: loaded + performance.now() - asked, processor: loadWork + processor() - askWork });
    }
  }
}
console.log(JSON.stringify({ samples }));
