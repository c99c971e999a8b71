// Belongs here: trees given by their edges or parents; not: graphs with cycles (graphs).
export { banyanHeart } from "./banyan-heart.ts";
export { dynDynamite } from "./dyn-dynamite.ts";
export { fbiBinaryTree } from "./fbi-binary-tree.ts";
export { gasFireExtinguishers } from "./gas-fire-extinguishers.ts";
export { maxTreeXorPath } from "./max-tree-xor-path.ts";
export { maximumIndependentSetTree } from "./maximum-independent-set-tree.ts";
export { minCostTreeCoverage } from "./min-cost-tree-coverage.ts";
export { minimumTreeWeightedDominatingAncestor } from "./minimum-tree-weighted-dominating-ancestor.ts";
export { preorderTraversal } from "./preorder-traversal.ts";
export { treeCenter } from "./tree-center.ts";
export { treeColoring } from "./tree-coloring.ts";
export { weightedBinaryTree } from "./weighted-binary-tree.ts";
