// Belongs here: vertices and edges given as a list; not: trees (trees), cells and their
// neighbours (grids).
export { bridge } from "./bridge.ts";
export { checkAllCycleXorZero } from "./check-all-cycle-xor-zero.ts";
export { degreeFixedSpanningTree } from "./degree-fixed-spanning-tree.ts";
export { evenDegreeGraphPartitioning } from "./even-degree-graph-partitioning.ts";
export { fixedOneEdgeNumSpanningTree } from "./fixed-one-edge-num-spanning-tree.ts";
export { graphIsomorphism } from "./graph-isomorphism.ts";
export { mafMafia } from "./maf-mafia.ts";
export { maximumClique } from "./maximum-clique.ts";
export { maximumWeightMatching } from "./maximum-weight-matching.ts";
export { minConversionToCycleCost } from "./min-conversion-to-cycle-cost.ts";
export { minPathCoverDag } from "./min-path-cover-dag.ts";
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
