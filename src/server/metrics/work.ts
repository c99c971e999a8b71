import type { PooledStatistics } from "../../problems/pooled.ts";
import { FATES, TASKS } from "../../problems/task-counts.ts";
import { createLabels, type Metrics, type Series } from "./read-metric.ts";

/** What the workers and the cache of problems do. */
export function addWorkMetrics(metrics: Metrics, statistics: () => PooledStatistics): void {
  addWorkers(metrics, statistics);
  addTasks(metrics, statistics);
  const { counter, gauge } = metrics;
  gauge(
    { name: "rlvegym_cache_problems", help: "Generated problems that are kept in memory." },
    () => statistics().cache.problems,
  );
  gauge(
    { name: "rlvegym_cache_bytes", help: "What the kept problems take, by estimate." },
    () => statistics().cache.bytes,
  );
  const result = createLabels("result");
  counter(
    {
      name: "rlvegym_cache_requests_total",
      help: "Problems asked for by reference, by whether they were kept (hit) or had to be generated (miss).",
    },
    () => {
      const { hits, misses } = statistics().cache;
      return [
        { value: hits, labels: result("hit") },
        { value: misses, labels: result("miss") },
      ];
    },
  );
}

function addWorkers({ counter, gauge }: Metrics, statistics: () => PooledStatistics): void {
  gauge(
    { name: "rlvegym_tasks_queued", help: "Tasks that wait for a worker." },
    () => statistics().queued,
  );
  gauge(
    { name: "rlvegym_tasks_running", help: "Tasks that workers have." },
    () => statistics().running,
  );
  gauge(
    { name: "rlvegym_workers_ready", help: "Worker processes that have started." },
    () => statistics().readyWorkers,
  );
  gauge(
    { name: "rlvegym_workers_busy", help: "Worker processes that have tasks." },
    () => statistics().busyWorkers,
  );
  counter(
    {
      name: "rlvegym_workers_started_total",
      help: "Worker processes ever started: beyond the first ones, each took the place of one that ended or was stuck.",
    },
    () => statistics().startedWorkers,
  );
  gauge(
    {
      name: "rlvegym_workers_memory_bytes",
      help: "What the worker processes take, as far as they have told.",
    },
    () => statistics().workerBytes,
  );
}

function addTasks(
  { counter, histogram }: Metrics,
  statistics: () => Pick<PooledStatistics, "tallies">,
): void {
  const byTask = createLabels("task");
  histogram(
    {
      name: "rlvegym_task_seconds",
      help: "Seconds that workers took for a task, by kind; tasks that passed their deadline count with it.",
    },
    () => TASKS.map((task) => [byTask(task), statistics().tallies.tasks[task].seconds]),
  );
  const byFate = createLabels("task", "fate");
  counter(
    {
      name: "rlvegym_tasks_total",
      help: "Tasks that workers were given, by kind and by what became of them: done, refused (by the environment), threw (a bug of it), deadline (passed it), crashed (ended its worker), unavailable (no worker for it).",
    },
    function* (): Generator<Series> {
      for (const task of TASKS) {
        const { fates } = statistics().tallies.tasks[task];
        for (const fate of FATES) yield { value: fates[fate], labels: byFate(task, fate) };
      }
    },
  );
  const byEnvironment = createLabels("environment");
  counter(
    {
      name: "rlvegym_generations_total",
      help: "Problems that workers generated, by environment.",
    },
    function* (): Generator<Series> {
      for (const [id, { fates }] of statistics().tallies.generations) {
        yield { value: fates.done, labels: byEnvironment(id) };
      }
    },
  );
  counter(
    {
      name: "rlvegym_generation_seconds_total",
      help: "Seconds that workers spent on generating problems, by environment, failures included.",
    },
    function* (): Generator<Series> {
      for (const [id, { seconds }] of statistics().tallies.generations) {
        yield { value: seconds, labels: byEnvironment(id) };
      }
    },
  );
  const byCause = createLabels("environment", "cause");
  counter(
    {
      name: "rlvegym_generation_failures_total",
      help: "Problems that could not be generated, by environment and cause (the fates of tasks but done); those that have occurred.",
    },
    function* (): Generator<Series> {
      for (const [id, { fates }] of statistics().tallies.generations) {
        for (const fate of FATES) {
          if (fate === "done" || fates[fate] === 0) continue;
          yield { value: fates[fate], labels: byCause(id, fate) };
        }
      }
    },
  );
}
