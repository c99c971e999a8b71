// Belongs here: trees given by their edges or parents; not:
// graphs with cycles (graphs).
import type { Environment } from "../environment.ts";
import { banyanHeart } from "./banyan-heart.ts";
import { treeCenter } from "./tree-center.ts";

export const environments: readonly Environment[] = [banyanHeart, treeCenter];
