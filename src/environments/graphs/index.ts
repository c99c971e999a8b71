// Belongs here: vertices and edges given as a list; not: trees (trees), cells and their
// neighbours (grids).
export { evenDegreeGraphPartitioning } from "./even-degree-graph-partitioning.ts";
export { graphIsomorphism } from "./graph-isomorphism.ts";
export { mafMafia } from "./maf-mafia.ts";
export { maximumClique } from "./maximum-clique.ts";
export { minimumChromaticNumber } from "./minimum-chromatic-number.ts";
export { minimumDominatingSet } from "./minimum-dominating-set.ts";
export { minimumSpanningTree } from "./minimum-spanning-tree.ts";
export { minimumVertexCover } from "./minimum-vertex-cover.ts";
export { mostNumEdgeNonSelfIsomorphism } from "./most-num-edge-non-self-isomorphism.ts";
export { oddVisitation } from "./odd-visitation.ts";
export { primeGraphMinimumChromaticNumber } from "./prime-graph-minimum-chromatic-number.ts";
export { shortestPath } from "./shortest-path.ts";
export { subgraphIsomorphism } from "./subgraph-isomorphism.ts";
export { tournamentLongestPath } from "./tournament-longest-path.ts";
export { vertexKCenter } from "./vertex-k-center.ts";
