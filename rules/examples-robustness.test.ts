import { labelledExamples } from "../scripts/evaluation/labelled-examples.ts";
import { testRobustness } from "../scripts/evaluation/robustness.ts";

testRobustness(labelledExamples.recordings);
