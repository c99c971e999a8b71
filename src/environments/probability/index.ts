// Belongs here: chances and expected values; not: counts (counting).
export { binaryTreeLeafNumExpectation } from "./binary-tree-leaf-num-expectation.ts";
export { cinema } from "./cinema.ts";
export { cubeFixedLocalMaximumCounting } from "./cube-fixed-local-maximum-counting.ts";
export { divisorFlipExpectation } from "./divisor-flip-expectation.ts";
export { maxRmqExpectation } from "./max-rmq-expectation.ts";
export { moneyChargingGame } from "./money-charging-game.ts";
export { polyaModel } from "./polya-model.ts";
export { randomRangeMaxExpectation } from "./random-range-max-expectation.ts";
export { treeEliminationExpectation } from "./tree-elimination-expectation.ts";
export { treeRandomWalkExpectation } from "./tree-random-walk-expectation.ts";
