// Belongs here: trees given by their edges or parents; not: graphs with cycles (graphs).
export { banyanHeart } from "./banyan-heart.ts";
export { dynDynamite } from "./dyn-dynamite.ts";
export { fbiBinaryTree } from "./fbi-binary-tree.ts";
export { fireworkShow } from "./firework-show.ts";
export { gasFireExtinguishers } from "./gas-fire-extinguishers.ts";
export { kthBinaryTree } from "./kth-binary-tree.ts";
export { linkBeads } from "./link-beads.ts";
export { maxTreeXorPath } from "./max-tree-xor-path.ts";
export { maximumIndependentSetTree } from "./maximum-independent-set-tree.ts";
export { minCostTreeCoverage } from "./min-cost-tree-coverage.ts";
export { minInorderBinaryTree } from "./min-inorder-binary-tree.ts";
export { minimumTreeWeightedDominatingAncestor } from "./minimum-tree-weighted-dominating-ancestor.ts";
export { mitterTransportation } from "./mitter-transportation.ts";
export { preorderTraversal } from "./preorder-traversal.ts";
export { treeCenter } from "./tree-center.ts";
export { treeColoring } from "./tree-coloring.ts";
export { weightedBinaryTree } from "./weighted-binary-tree.ts";
